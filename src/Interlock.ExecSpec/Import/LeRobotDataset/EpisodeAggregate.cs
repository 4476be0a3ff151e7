using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobotDataset;

/// <summary>
/// Statistics of several episodes as one, by LeRobot's rule: smallest and largest over all, mean and population deviation weighted by the
/// frames of each episode. Quantiles of parts have no such rule and are left out.
/// </summary>
internal sealed class EpisodeAggregate
{
    private double _frames;
    private double[]? _min;
    private double[]? _max;
    private double[]? _mean;
    private double[]? _squares;
    private bool _uneven;

    public void Add((ActionStatistics? Table, double Count) episode)
    {
        if (episode.Table is not { Timesteps: 1, Min: { } min, Max: { } max, Mean: { } mean, Std: { } std } || (_min is not null && _min.Length != min.Count))
        {
            _uneven = true;
            return;
        }

        _min ??= [.. min];
        _max ??= [.. max];
        _mean ??= new double[min.Count];
        _squares ??= new double[min.Count];
        double total = _frames + episode.Count;
        for (int i = 0; i < _min.Length; i++)
        {
            _min[i] = Math.Min(_min[i], min[i]);
            _max[i] = Math.Max(_max[i], max[i]);
            double shift = mean[i] - _mean[i];
            _mean[i] += shift * (episode.Count / total);
            _squares[i] += (std[i] * std[i] * episode.Count) + (shift * shift * (_frames * episode.Count / total));
        }

        _frames = total;
    }

    /// <summary>The table; null, with a finding, when there is none.</summary>
    public ActionStatistics? Result(SourcePlace place, DiagnosticCollector findings)
    {
        if (_uneven || _min is null)
        {
            findings.Error(
                LeRobotCodes.StatisticMissing,
                _min is null ? "no episode has min, max, mean and std of the action" : "episodes differ in the rows or the length of their statistics",
                place);
            return null;
        }

        return new ActionStatistics
        {
            Channels = _min.Length,
            Min = _min,
            Max = _max,
            Mean = _mean,
            Std = [.. _squares!.Select(sum => Math.Sqrt(sum / _frames))],
        };
    }
}
