using Interlock.Core.Contract;
using Interlock.Core.Units;

namespace Interlock.Runtime.Tests.Loop;

/// <summary>Contracts of arms.</summary>
internal static class LoopContracts
{
    public static SafetyContract Arm(int channels, double rateHz) => new()
    {
        Name = "rig",
        RateHz = rateHz,
        Space = ActionSpace.JointPosition,
        Channels =
        [
            .. Enumerable.Range(0, channels).Select(i => new ChannelContract
            {
                Name = $"j{i}",
                Unit = ChannelUnit.Radian,
                Min = -1.5,
                Max = 1.5,
                MaxVelocity = 1.5,
                MaxAcceleration = 15,
            }),
        ],
    };
}
