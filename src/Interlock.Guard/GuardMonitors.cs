using Interlock.Core.Contract;
using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors;

namespace Interlock.Guard;

/// <summary>The monitors of a guard, all of them on the raw actions and the kinematic ones also on what was sent, and the alarms on them.</summary>
internal sealed class GuardMonitors
{
    private static readonly MonitorInfo Cusum = new(
        "cusum", string.Empty, MonitorDirection.Higher, "Cumulative sum of improbable actions; the alarm's own statistic.");

    private readonly MonitorBank _raw;
    private readonly MonitorBank _executed;
    private readonly int _width;
    private bool _chunkStart;
    private bool _hasSteps;
    private bool _isInterrupted;

    private readonly AlarmBank? _alarms;

    public GuardMonitors(SafetyContract contract, ChannelLayout layout, GuardCalibration? calibration)
    {
        MonitorModels? models = calibration?.Models;
        PolicyProfile profile = contract.Monitors?.Profile ?? PolicyProfile.Unknown;
        _raw = new MonitorBank(layout, profile, models, MonitorLimits.Of(contract, layout));
        _executed = MonitorBank.ForExecuted(layout, models);
        _width = layout.Count;
        _alarms = calibration is null ? null : new AlarmBank(calibration.Alarms, _raw, calibration.Provenance.Seed);
        Infos = [.. _raw.Infos, .. _executed.Infos, Cusum];
    }

    public IReadOnlyList<MonitorInfo> Infos { get; }

    public IReadOnlyList<AlarmInfo> Alarms => _alarms?.Infos ?? [];

    public bool HasEpisodeShift => _alarms is { HasEpisodeShift: true };

    public AlarmReading Read(int alarm) => _alarms?.Read(alarm) ?? AlarmReading.None;

    public ReadOnlySpan<int> Fired => _alarms is null ? default : _alarms.Fired;

    public double StepValue(int index)
    {
        int executed = index - _raw.Count;
        return executed < 0 ? _raw.StepValue(index)
            : executed < _executed.Count ? _executed.StepValue(executed)
            : _alarms?.CusumStatistic ?? double.NaN;
    }

    /// <summary>Written out without queries: a summary may be asked for on the control thread.</summary>
    public double[] EpisodeValues()
    {
        double[] values = new double[Infos.Count];
        for (int i = 0; i < _raw.Count; i++)
        {
            values[i] = _raw.EpisodeValue(i);
        }

        for (int i = 0; i < _executed.Count; i++)
        {
            values[_raw.Count + i] = _executed.EpisodeValue(i);
        }

        values[^1] = _alarms?.CusumStatistic ?? double.NaN;
        return values;
    }

    public void BeginChunk(ReadOnlySpan<double> chunk, int sampleCount, int horizon)
    {
        _chunkStart = true;
        _raw.ObserveChunk(chunk, sampleCount, horizon);
    }

    /// <summary>Takes in one step; returns how many alarms fired.</summary>
    /// <param name="action">The policy's action in absolute coordinates, of any length.</param>
    /// <param name="isUsable">True when it is of the right length and finite.</param>
    /// <param name="sent">The command that was sent.</param>
    public int Observe(ReadOnlySpan<double> action, bool isUsable, ReadOnlySpan<double> sent, in StepFacts facts, bool hasCommand)
    {
        StepFacts complete = facts with { ChunkStart = _chunkStart };
        _chunkStart = false;
        _hasSteps = true;
        Resume();
        if (isUsable)
        {
            _raw.Observe(action[.._width], complete);
        }
        else
        {
            _raw.ObserveNonFinite(complete);
        }

        if (hasCommand)
        {
            _executed.Observe(sent, complete);
        }

        return _alarms?.Observe(_raw) ?? 0;
    }

    /// <summary>A step that is not the policy's: only what was sent is watched, and no alarm fires.</summary>
    public void ObserveOther(ReadOnlySpan<double> sent, in StepFacts facts, bool hasCommand)
    {
        _isInterrupted = true;
        _alarms?.Quiet();
        if (hasCommand)
        {
            _executed.Observe(sent, facts);
        }
    }

    // Not before the next action: until then the values of the episode are still asked for. Differences must not cross the gap.
    private void Resume()
    {
        if (_isInterrupted)
        {
            _isInterrupted = false;
            _raw.Reset();
            _alarms?.Reset();
        }
    }

    /// <summary>Closes the episode, if it had steps, and starts the next.</summary>
    public void BeginEpisode()
    {
        if (_hasSteps)
        {
            _alarms?.EndEpisode(_raw);
        }

        _hasSteps = false;
        _isInterrupted = false;
        _raw.Reset();
        _executed.Reset();
        _alarms?.Reset();
        _chunkStart = false;
    }
}
