using System.Numerics;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Novelty;

/// <summary>|a_j − mean_j| / scale_j of the newest action, computed once for the monitors that need its maximum or its sum.</summary>
internal sealed class StandardisedAction
{
    private readonly ChannelLanes _channels;
    private readonly Vector<double>[]? _mean;
    private readonly Vector<double>[] _scale = [];

    public StandardisedAction(ChannelLanes channels, ConformalModel? model)
    {
        _channels = channels;
        if (model is not null)
        {
            _mean = Lanes.From(model.Mean);
            _scale = Lanes.From(model.Scale, padding: 1);
        }
    }

    /// <summary>max_j |a_j − mean_j| / scale_j; NaN without a model.</summary>
    public double Largest { get; private set; } = double.NaN;

    /// <summary>Σ_j |a_j − mean_j| / scale_j; NaN without a model.</summary>
    public double Sum { get; private set; } = double.NaN;

    public void Observe(MotionFrame frame)
    {
        if (_mean is null)
        {
            return;
        }

        Vector<double>[] action = frame.ActionLanes;
        Vector<double> largest = Vector<double>.Zero;
        Vector<double> sum = Vector<double>.Zero;
        for (int i = 0; i < action.Length; i++)
        {
            // Divided and not multiplied by the inverse: a score must equal the calibration score of the same action to the last bit.
            Vector<double> deviation = Vector.Abs(_channels.ShortWay(i, action[i] - _mean[i])) / _scale[i];
            largest = Vector.MaxNative(largest, deviation);
            sum += deviation;
        }

        Largest = Lanes.Max(largest);
        Sum = Vector.Sum(sum);
    }

    public void Reset()
    {
        Largest = double.NaN;
        Sum = double.NaN;
    }
}
