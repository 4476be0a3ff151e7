using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>
/// Puts steps together to episodes. A new episode starts where the episode number changes or, in files without one, where the step number
/// falls back.
/// </summary>
internal sealed class EpisodeAssembler(int actionDimension, int stateDimension)
{
    private readonly List<double> _actions = [];
    private readonly List<double> _states = [];
    private readonly List<double> _timestamps = [];
    private readonly HashSet<int> _seen = [];
    private int _length;
    private int _started;
    private int? _episode;
    private long? _step;
    private string? _task;
    private bool? _success;

    /// <summary>Adds a step; returns the episode that was complete before it, or null.</summary>
    public Episode? Add(StepRow row, SourcePlace place)
    {
        Episode? finished = StartsNew(row) ? Finish() : null;
        if (_length == 0)
        {
            Start(row, place);
        }
        else
        {
            RequireRising(row, place);
        }

        Append(row, place);
        return finished;
    }

    /// <summary>The episode that is complete at the end of the file; null when there is none.</summary>
    public Episode? Finish()
    {
        if (_length == 0)
        {
            return null;
        }

        double[]? timestamps = _timestamps.Count == _length ? [.. _timestamps] : null;
        EpisodeClock.StartAtZero(timestamps);
        Episode episode = new()
        {
            Index = _episode ?? (_started - 1),
            Length = _length,
            Actions = [.. _actions],
            ActionDimension = actionDimension,
            States = stateDimension == 0 ? null : [.. _states],
            StateDimension = stateDimension,
            TimestampsS = timestamps,
            Task = _task,
            Success = _success,
        };
        Clear();
        return episode;
    }

    private bool StartsNew(StepRow row) => _length > 0 && row.StartsEpisodeAfter(_episode, _step);

    private void Start(StepRow row, SourcePlace place)
    {
        if (row.Episode is { } number && !_seen.Add(number))
        {
            throw new DiagnosticException(
                FileCode.EpisodeSplit, $"Episode {number} comes back after other episodes", place, "sort the lines by episode and step");
        }

        _episode = row.Episode;
        _started++;
    }

    private void RequireRising(StepRow row, SourcePlace place)
    {
        if (row.Step <= _step)
        {
            throw new DiagnosticException(
                FileCode.StepOrder, $"Step {row.Step} comes after step {_step}", place, "sort the lines by episode and step");
        }
    }

    private void Append(StepRow row, SourcePlace place)
    {
        ChannelNames.RequireSize(_length + 1L, Math.Max(actionDimension, stateDimension), place);
        CollectionExtensions.AddRange(_actions, row.Action);
        CollectionExtensions.AddRange(_states, row.State);
        if (row.TimestampS is { } time)
        {
            _timestamps.Add(time);
        }

        _step = row.Step;
        _task ??= row.Task;
        _success = row.Success ?? _success;
        _length++;
    }

    private void Clear()
    {
        _actions.Clear();
        _states.Clear();
        _timestamps.Clear();
        _length = 0;
        _task = null;
        _success = null;
    }
}
