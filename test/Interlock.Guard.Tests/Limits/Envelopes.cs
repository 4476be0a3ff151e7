using Interlock.Guard.Limits;

namespace Interlock.Guard.Tests.Limits;

internal static class Envelopes
{
    /// <summary>A channel without any limit.</summary>
    public static ChannelEnvelope Free { get; } = new()
    {
        Low = double.NegativeInfinity,
        High = double.PositiveInfinity,
        SoftLow = double.NegativeInfinity,
        SoftHigh = double.PositiveInfinity,
        MaxMotion = double.PositiveInfinity,
        MaxMotionChange = double.PositiveInfinity,
        MaxMotionJerk = double.PositiveInfinity,
        WrapPeriod = double.NaN,
        InverseSpan = 0,
        IsRate = false,
        IsGripper = false,
        MaxReturnMotion = double.PositiveInfinity,
    };
}
