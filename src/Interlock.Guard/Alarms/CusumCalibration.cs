namespace Interlock.Guard.Alarms;

/// <summary>Parameters of the CUSUM: S = max(0, S + 1[p &lt; alpha] − reference), alarm when S &gt; threshold.</summary>
/// <param name="Alpha">A step counts as improbable below this p-value.</param>
/// <param name="Reference">Taken off every step; above the in-control rate, so that S drifts down in control.</param>
/// <param name="Threshold">Above 0.</param>
/// <param name="FalseAlarmsPerHour">The budget that the threshold was made for.</param>
/// <param name="RateHz">Steps per second that the budget was converted with.</param>
/// <param name="InControlRate">Share of improbable steps in the calibration episodes.</param>
public sealed record CusumCalibration(
    double Alpha, double Reference, double Threshold, double FalseAlarmsPerHour, double RateHz, double InControlRate);
