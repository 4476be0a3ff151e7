namespace Interlock.Guard.Alarms;

/// <summary>Improbable actions pile up: CUSUM over 1[p &lt; alpha].</summary>
internal sealed class CusumAlarm(CusumCalibration calibration)
{
    public const string Name = "cusum";

    private readonly double _alpha = calibration.Alpha;
    private CusumStatistic _statistic = new(calibration.Reference, calibration.Threshold);

    /// <summary>S after the newest step, before an alarm set it to 0.</summary>
    public double Statistic => _statistic.BeforeReset;

    /// <summary>Statistic and threshold.</summary>
    /// <param name="position">Of the p-value in the bank.</param>
    public AlarmReading Read(int position) => new(position, Statistic, calibration.Threshold);

    /// <summary>Takes in a p-value; true when it alarms. NaN, no p-value yet, changes nothing.</summary>
    public bool Observe(double pValue) => !double.IsNaN(pValue) && _statistic.Observe(pValue < _alpha);

    public void Reset() => _statistic.Reset();
}
