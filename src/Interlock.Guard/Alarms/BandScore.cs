using Interlock.Guard.Monitors;

namespace Interlock.Guard.Alarms;

/// <summary>How far a monitor runs above its band's mean, in spreads, step by step: z_t = (x_t − mu_t)/s_t, x_t a sliding mean.</summary>
internal sealed class BandScore
{
    private readonly double[] _mean;
    private readonly double[] _inverse;
    private readonly int _binSteps;
    private readonly SlidingMean _window;
    private int _bin;
    private int _stepInBin;

    public BandScore(FunctionalBand band)
    {
        double sign = band.WorseWhen == MonitorDirection.Higher ? 1 : -1;
        _mean = band.Mean;
        _inverse = [.. band.Modulation.Select(spread => sign / spread)];
        _binSteps = band.BinSteps;
        _window = new SlidingMean(band.WindowSteps);
    }

    /// <summary>Deviation at the newest step, positive towards trouble; NaN when the monitor had no value.</summary>
    public double Value { get; private set; } = double.NaN;

    public void Observe(double monitorValue)
    {
        Value = double.IsNaN(monitorValue) ? double.NaN : (_window.Add(monitorValue) - _mean[_bin]) * _inverse[_bin];
        if (++_stepInBin == _binSteps)
        {
            _stepInBin = 0;
            _bin = Math.Min(_bin + 1, _mean.Length - 1);
        }
    }

    public void Reset()
    {
        _window.Reset();
        _bin = 0;
        _stepInBin = 0;
        Value = double.NaN;
    }
}
