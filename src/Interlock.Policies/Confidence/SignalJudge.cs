namespace Interlock.Policies.Confidence;

/// <summary>Thresholds, p-values and their combination.</summary>
internal sealed class SignalJudge(ConfidenceCalibration calibration)
{
    private readonly ConfidenceSignal[] _signals = [.. calibration.Signals.Select(signal => signal.Signal)];
    private readonly double[][] _scores = [.. calibration.Signals.Select(signal => signal.EpisodeScores.ToArray())];
    private readonly double[] _thresholds = [.. calibration.Signals.Select(signal => signal.Threshold)];

    public void Judge(ref ConfidenceReading reading)
    {
        reading.IsCalibrated = true;
        reading.Alpha = calibration.Alpha;
        double smallestP = 1;
        for (int i = 0; i < _signals.Length; i++)
        {
            SignalReading raw = reading[_signals[i]];
            bool measured = raw.State == SignalState.Measured;
            double? p = measured ? PValue(_scores[i], raw.Value) : null;
            reading[_signals[i]] = raw with { Threshold = _thresholds[i], PValue = p };
            smallestP = Math.Min(smallestP, p ?? 1);
            if (measured)
            {
                Weigh(ref reading, i, raw.Value);
            }
        }

        reading.OverallP = Math.Min(1, _signals.Length * smallestP);
    }

    private void Weigh(ref ConfidenceReading reading, int i, double value)
    {
        reading.IsAlarm |= !(value <= _thresholds[i]);
        double share = double.IsNaN(value) ? double.PositiveInfinity : value == 0 ? 0 : value / _thresholds[i];
        if (reading.WorstSignal is null || share > reading.Disagreement)
        {
            reading.WorstSignal = _signals[i];
            reading.Disagreement = share;
        }
    }

    private static double PValue(ReadOnlySpan<double> ascending, double value)
    {
        double limit = double.IsNaN(value) ? double.PositiveInfinity : value;
        int low = 0;
        int high = ascending.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = ascending[middle] < limit ? (middle + 1, high) : (low, middle);
        }

        return (1.0 + ascending.Length - low) / (ascending.Length + 1);
    }
}
