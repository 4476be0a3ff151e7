using System.Runtime.CompilerServices;

namespace Interlock.Policies.Confidence;

/// <summary>What the meter says about one answer. A value that may cross threads; pass it by reference.</summary>
public struct ConfidenceReading
{
    /// <summary>How many signals exist, used or not.</summary>
    public const int SignalCount = 7;

    private Signals _signals;

    /// <summary>False without a calibration: the values may be shown, and nothing may act on them.</summary>
    public bool IsCalibrated { get; internal set; }

    /// <summary>Claimed probability that an episode like those of the calibration has an alarm at any step; null without a calibration.</summary>
    public double? Alpha { get; internal set; }

    /// <summary>min(1, K·smallest p-value) over the K calibrated signals (Bonferroni); null without a calibration.</summary>
    public double? OverallP { get; internal set; }

    /// <summary>True when a signal is above its calibrated threshold; never without a calibration.</summary>
    public bool IsAlarm { get; internal set; }

    /// <summary>The signal with the largest share of its threshold; null when none was measured or nothing is calibrated.</summary>
    public ConfidenceSignal? WorstSignal { get; internal set; }

    /// <summary>
    /// With a calibration the largest value/threshold over the signals, so that more than 1 is an alarm; without one the spread of
    /// the alternative chunks, or else the overlap distance, in channel spans. Null when none was measured; infinite for NaN.
    /// </summary>
    public double? Disagreement { get; internal set; }

    /// <summary>1/(1 + <see cref="Disagreement"/>) in (0, 1], and 0 where a value was NaN; null when nothing was measured. With a calibration below 0.5 is an alarm.</summary>
    public readonly double? Confidence => Disagreement is { } disagreement ? 1 / (1 + disagreement) : null;

    /// <summary>One signal.</summary>
    public SignalReading this[ConfidenceSignal signal]
    {
        readonly get => _signals[(int)signal];
        internal set => _signals[(int)signal] = value;
    }

    [InlineArray(SignalCount)]
    private struct Signals
    {
        private SignalReading _first;
    }
}
