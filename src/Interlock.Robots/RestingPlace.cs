using Interlock.Core.Contract;

namespace Interlock.Robots;

/// <summary>Where a channel is put when nothing else is known.</summary>
internal static class RestingPlace
{
    /// <summary>Zero where the bounds allow it, else the middle of them, else the one bound there is.</summary>
    public static double Of(ChannelContract channel) => (channel.Min, channel.Max) switch
    {
        ({ } min, { } max) => min <= 0 && max >= 0 ? 0 : (min + max) / 2,
        ({ } min, null) => Math.Max(0, min),
        (null, { } max) => Math.Min(0, max),
        _ => 0,
    };
}
