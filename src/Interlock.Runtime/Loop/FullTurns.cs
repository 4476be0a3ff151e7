using Interlock.Core.Contract;
using Interlock.Core.Units;

namespace Interlock.Runtime.Loop;

/// <summary>Length of a full turn of each channel that turns without end.</summary>
internal static class FullTurns
{
    /// <summary>In channel units; 0 for a channel that does not turn without end.</summary>
    public static double[] Of(SafetyContract contract) => [.. contract.Channels.Select(OfChannel)];

    private static double OfChannel(ChannelContract channel) =>
        channel.Continuous && channel.Unit.Quantity == UnitQuantity.Angle && channel.Unit.ToSi is { } radPerUnit ? 2 * Math.PI / radPerUnit : 0;
}
