namespace Interlock.Policies.Confidence;

/// <summary>One signal of one answer.</summary>
/// <param name="State">Whether there is a value.</param>
/// <param name="Value">0 and up in the unit of the signal, or NaN; 0 unless <see cref="SignalState.Measured"/>.</param>
/// <param name="Threshold">Above it the signal alone is an alarm; null without a calibration.</param>
/// <param name="PValue">
/// (1 + number of calibration episodes whose largest value is at least this one)/(n + 1); null without a calibration or a value.
/// </param>
public readonly record struct SignalReading(SignalState State, double Value, double? Threshold, double? PValue);
