using System.Numerics;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// How far the action is from what one-step regression on demonstrations predicts, in standard deviations of the demonstrations'
/// own residual: max_j |a_{t,j} − (slope_j a_{t−1,j} + intercept_j)| / σ_j, mean over the episode.
/// <para>Source: linear predictability of the published toolkit, which reports the error in raw units and 0 when it was
/// never calibrated.</para>
/// </summary>
internal sealed class LinearPredictability : IMonitor
{
    private readonly ChannelLanes _channels;
    private readonly Vector<double>[]? _slope;
    private readonly Vector<double>[] _intercept = [];
    private readonly Vector<double>[] _scale = [];
    private RunningMean _episode;

    public LinearPredictability(ChannelLanes channels, LinearPredictabilityModel? model)
    {
        _channels = channels;
        if (model is not null)
        {
            _slope = Lanes.From(model.Slope);
            _intercept = Lanes.From(model.Intercept);
            _scale = Lanes.From(model.ErrorScale, padding: 1);
        }
    }

    public MonitorInfo Info { get; } = new(
        "linear_predictability", "σ", MonitorDirection.Higher, "Largest one-step prediction error of any channel");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        if (_slope is null || frame.Count < 2)
        {
            return;
        }

        Vector<double>[] action = frame.ActionLanes;
        Vector<double>[] previous = frame.PreviousActionLanes;
        Vector<double> largest = Vector<double>.Zero;
        for (int i = 0; i < action.Length; i++)
        {
            Vector<double> predicted = (_slope[i] * previous[i]) + _intercept[i];
            largest = Vector.MaxNative(largest, Vector.Abs(_channels.ShortWay(i, action[i] - predicted)) / _scale[i]);
        }

        StepValue = Lanes.Max(largest);
        _episode.Add(StepValue);
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
    }
}
