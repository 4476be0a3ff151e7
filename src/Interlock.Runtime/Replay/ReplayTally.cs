using System.Runtime.InteropServices;
using Interlock.Core.Text;
using Interlock.Guard;
using Interlock.Guard.Interventions;
using Interlock.Recording.Flight.Reading;

namespace Interlock.Runtime.Replay;

/// <summary>Counts agreement and interventions of a replay, and keeps the first of each.</summary>
internal sealed class ReplayTally(ActionGuard guard, ChannelOrder order, IReplayWatcher? watcher = null)
{
    private static readonly string[] Words = [.. EnumWord.All<Verdict>()];

    private readonly List<ReplayedDifference> _differences = [];
    private readonly List<ReplayedIntervention> _interventions = [];
    private (string Code, int Channel)? _going;
    private long _ticks;
    private long _steps;
    private long _identical;
    private long _notComparable;
    private long _recordedInterventions;
    private long _replayedInterventions;
    private long? _latchedAtTick;

    /// <summary>A tick at which the guard was not called.</summary>
    public void Pass()
    {
        _ticks++;
        _going = null;
    }

    public void Add(FlightStep step, in StepResult result, double[] command, bool knowsPast)
    {
        _ticks++;
        _steps++;
        _recordedInterventions += step.Verdict == Words[(int)Verdict.Pass] ? 0 : 1;
        _replayedInterventions += result.Verdict == Verdict.Pass ? 0 : 1;
        _latchedAtTick ??= result.IsLatched && step.Verdict != Words[(int)Verdict.Stop] ? step.Tick : null;
        Keep(step, result);
        ReplayedDifference? difference = null;
        if (!knowsPast)
        {
            _notComparable++;
        }
        else if (IsIdentical(step, result, command))
        {
            _identical++;
        }
        else if (watcher is not null || _differences.Count < GuardReplayResult.MostListed)
        {
            difference = Difference(step, result, command);
            Keep(difference);
        }

        watcher?.Take(step, result.HasCommand ? command : [], difference);
    }

    public GuardReplayResult Result() => new()
    {
        Contract = order.Contract,
        Ticks = _ticks,
        Steps = _steps,
        Identical = _identical,
        NotComparable = _notComparable,
        RecordedInterventions = _recordedInterventions,
        ReplayedInterventions = _replayedInterventions,
        LatchedAtTick = _latchedAtTick,
        Differences = _differences,
        Interventions = _interventions,
    };

    private void Keep(ReplayedDifference difference)
    {
        if (_differences.Count < GuardReplayResult.MostListed)
        {
            _differences.Add(difference);
        }
    }

    private void Keep(FlightStep step, in StepResult result)
    {
        if (guard.LastInterventions.IsEmpty)
        {
            _going = null;
            return;
        }

        ref readonly Intervention first = ref guard.LastInterventions[0];
        bool isNew = _going != (first.Code, first.Channel);
        _going = (first.Code, first.Channel);
        if (isNew && _interventions.Count < GuardReplayResult.MostListed)
        {
            _interventions.Add(new ReplayedIntervention(
                step.Tick, step.Episode, result.Verdict, first.Code, first.Channel < 0 ? null : order.Contract.Channels[first.Channel].Name,
                first.Raw, first.Limit, first.Unit, guard.Explain(first)));
        }
    }

    private static bool IsIdentical(FlightStep step, in StepResult result, double[] command) =>
        step.Verdict == Words[(int)result.Verdict]
        && result.HasCommand == step.Guarded is not null
        && (step.Guarded is null || SameBits(step.Guarded, command));

    private static bool SameBits(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        MemoryMarshal.AsBytes(a).SequenceEqual(MemoryMarshal.AsBytes(b));

    private ReplayedDifference Difference(FlightStep step, in StepResult result, double[] command)
    {
        int channel = step.Guarded is { } recorded && result.HasCommand ? FirstDifferent(recorded, command) : -1;
        string? name = channel < 0 ? null : order.NameInRecording(channel);
        return new ReplayedDifference(
            step.Tick, step.Episode, step.Verdict, Words[(int)result.Verdict], name,
            channel < 0 ? null : step.Guarded![channel], channel < 0 ? null : command[channel]);
    }

    private static int FirstDifferent(double[] a, double[] b)
    {
        int place = 0;
        while (place < a.Length && SameBits(a.AsSpan(place, 1), b.AsSpan(place, 1)))
        {
            place++;
        }

        return place < a.Length ? place : -1;
    }
}
