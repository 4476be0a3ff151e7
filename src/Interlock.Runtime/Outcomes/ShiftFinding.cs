namespace Interlock.Runtime.Outcomes;

/// <summary>The channel whose executed actions moved most between the first episodes and the newest.</summary>
/// <param name="Channel">Channel number.</param>
/// <param name="IsSpread">True when the spread within episodes moved, false when their mean did.</param>
/// <param name="PValue">Two-sided, of this channel and statistic alone.</param>
/// <param name="Reference">Mean of the statistic over the reference episodes, in the channel's unit.</param>
/// <param name="Recent">Mean of the statistic over the newest episodes, in the channel's unit.</param>
/// <param name="IsShift">True when the p-value is below the threshold that keeps the stated false-alarm rate over all channels.</param>
public readonly record struct ShiftFinding(int Channel, bool IsSpread, double PValue, double Reference, double Recent, bool IsShift);
