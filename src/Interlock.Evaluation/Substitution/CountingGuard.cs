using Interlock.Guard;
using Interlock.Simulation.Episodes;

namespace Interlock.Evaluation.Substitution;

/// <summary>A guard in a replay that counts what it does.</summary>
internal sealed class CountingGuard(ActionGuard guard) : IActionFilter
{
    private readonly HashSet<int> _firing = [];

    public int ChangedSteps { get; private set; }

    public int HeldSteps { get; private set; }

    public int StoppedSteps { get; private set; }

    /// <summary>Alarms that began.</summary>
    public int Alarms { get; private set; }

    /// <summary>The first step with an alarm, a hold or a stop; null when there was none.</summary>
    public int? FirstAlarmStep { get; private set; }

    public void Begin(ReadOnlySpan<double> measured) => guard.BeginEpisode(measured);

    public void ObserveChunk(ReadOnlySpan<double> actions, int horizon) => guard.BeginChunk(actions);

    public void Filter(in ProposedAction proposed, Span<double> executed)
    {
        StepResult result = guard.Step(proposed.Raw, new StepInput { Measured = proposed.Measured }, executed);
        ChangedSteps += result.Verdict == Verdict.Clip ? 1 : 0;
        HeldSteps += result.Verdict == Verdict.Hold ? 1 : 0;
        StoppedSteps += result.Verdict == Verdict.Stop ? 1 : 0;
        bool alarmBegan = NoteAlarms();
        if (result.Verdict is Verdict.Hold or Verdict.Stop || alarmBegan)
        {
            FirstAlarmStep ??= proposed.Step;
        }
    }

    private bool NoteAlarms()
    {
        int before = Alarms;
        foreach (int position in guard.LastAlarms)
        {
            Alarms += _firing.Contains(position) ? 0 : 1;
        }

        _firing.Clear();
        foreach (int position in guard.LastAlarms)
        {
            _firing.Add(position);
        }

        return Alarms > before;
    }
}
