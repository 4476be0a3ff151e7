using Interlock.Core.Contract;

namespace Interlock.Guard.Limits;

/// <summary>The workspace box seen from one channel.</summary>
internal static class WorkspaceBounds
{
    /// <summary>The channel's bounds cut to the workspace; infinite where neither states one.</summary>
    public static (double Low, double High) Tighten(SafetyContract contract, ChannelContract channel)
    {
        double low = channel.Min ?? double.NegativeInfinity;
        double high = channel.Max ?? double.PositiveInfinity;
        if (Find(contract, channel.Name) is { } side)
        {
            low = Math.Max(low, side.Low);
            high = Math.Min(high, side.High);
        }

        return (low, high);
    }

    /// <summary>The workspace's extent along one channel, or null when it does not cover the channel.</summary>
    public static (double Low, double High)? Find(SafetyContract contract, string channel)
    {
        if (contract.Workspace is not { } workspace)
        {
            return null;
        }

        int index = workspace.Channels.ToList().IndexOf(channel);
        return index < 0 ? null : (workspace.Min[index], workspace.Max[index]);
    }
}
