using Interlock.Guard;
using Interlock.Guard.Alarms;
using Interlock.Guard.Interventions;
using Interlock.Simulation.Episodes;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>The real guard in the simulated loop.</summary>
internal sealed class ArmGuard(ActionGuard guard) : IActionFilter
{
    private const double MsPerS = 1000;

    private readonly List<Verdict> _verdicts = [];
    private readonly List<DemoAlarm> _alarms = [];
    private readonly HashSet<int> _firing = [];

    public void Begin(ReadOnlySpan<double> measured) => guard.BeginEpisode(measured);

    public void ObserveChunk(ReadOnlySpan<double> actions, int horizon) => guard.BeginChunk(actions);

    public void Filter(in ProposedAction proposed, Span<double> executed)
    {
        StepInput input = new() { Measured = proposed.Measured, AgeMs = proposed.AgeS * MsPerS };
        StepResult result = guard.Step(proposed.Raw, input, executed);
        _verdicts.Add(result.Verdict);
        NoteRefusal(proposed.Step, result);
        NoteAlarms(proposed.Step);
    }

    /// <summary>What it did from a control step on.</summary>
    public DemoReaction ReactionFrom(int step) => new()
    {
        FirstAlarm = _alarms.Find(alarm => alarm.Step >= step),
        FalseAlarms = _alarms.Count(alarm => alarm.Step < step),
        Verdict = _verdicts.Skip(step).Max().ToString().ToLowerInvariant(),
        ChangedSteps = _verdicts.Skip(step).Count(verdict => verdict != Verdict.Pass),
    };

    /// <summary>An action that was not used counts as an alarm, named by what concerns the whole action or else by the first cause.</summary>
    private void NoteRefusal(int step, in StepResult result)
    {
        if (result.Verdict is not (Verdict.Hold or Verdict.Stop) || guard.LastInterventions.IsEmpty)
        {
            return;
        }

        string code = guard.LastInterventions[0].Code;
        foreach (ref readonly Intervention item in guard.LastInterventions)
        {
            code = item.Channel < 0 ? item.Code : code;
        }

        _alarms.Add(new DemoAlarm(step, code, RefusalWords.Of(code)));
    }

    /// <summary>An alarm counts when it begins to fire, so that a false one is not taken for a detection later.</summary>
    private void NoteAlarms(int step)
    {
        foreach (int position in guard.LastAlarms)
        {
            if (!_firing.Contains(position))
            {
                AlarmInfo alarm = guard.Alarms[position];
                _alarms.Add(new DemoAlarm(step, alarm.Code, alarm.Name));
            }
        }

        _firing.Clear();
        foreach (int position in guard.LastAlarms)
        {
            _firing.Add(position);
        }
    }
}
