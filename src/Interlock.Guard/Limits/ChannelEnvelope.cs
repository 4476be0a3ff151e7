namespace Interlock.Guard.Limits;

/// <summary>
/// The limits of one channel in control-step units, so that the filter needs no time step: position in channel units,
/// motion in units per step, its change in units per step². A limit that the contract leaves out is infinite.
/// On a channel whose command is a rate the command takes the place of the position, and acceleration and jerk move up one order.
/// </summary>
internal readonly record struct ChannelEnvelope
{
    public required double Low { get; init; }

    public required double High { get; init; }

    public required double SoftLow { get; init; }

    public required double SoftHigh { get; init; }

    /// <summary>V: largest change of the command in one step.</summary>
    public required double MaxMotion { get; init; }

    /// <summary>A: largest change of the motion from one step to the next.</summary>
    public required double MaxMotionChange { get; init; }

    /// <summary>J: largest change of the change.</summary>
    public required double MaxMotionJerk { get; init; }

    /// <summary>Full turn of a continuous joint; NaN elsewhere.</summary>
    public required double WrapPeriod { get; init; }

    /// <summary>1/span, where the span is the distance that counts as 100 % in a clip fraction.</summary>
    public required double InverseSpan { get; init; }

    public required bool IsRate { get; init; }

    public required bool IsGripper { get; init; }

    /// <summary>True when a channel that stands outside its bounds may creep back instead of being refused.</summary>
    public bool MayReturn { get; init; }

    /// <summary>Largest motion of a channel that stands outside its bounds: it can be begun and ended in one step each, alone or with its neighbours.</summary>
    public double MaxReturnMotion { get; init; }

    public bool HasMotionChangeLimit => !double.IsPositiveInfinity(MaxMotionChange);

    public bool HasJerkLimit => !double.IsPositiveInfinity(MaxMotionJerk);
}
