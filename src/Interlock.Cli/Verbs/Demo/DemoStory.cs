using Interlock.Runtime.Worlds;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>One sentence about the fault on which the guard made the largest difference.</summary>
internal static class DemoStory
{
    public static string Of(IReadOnlyList<FaultTrial> trials)
    {
        FaultTrial trial = trials.MaxBy(Difference)!;
        string name = trial.Fault == "nan" ? "NaN" : trial.Fault.Replace('_', ' ');
        return $"{name} at {trial.OnsetS:0.00} s: without the guard {trial.Without.FastestJoint} reached "
            + $"{trial.Without.PeakJointSpeedRadPerS:0.00} rad/s{Excess(trial.Without)} and the task {Outcome(trial.Without)}; with the guard no "
            + $"joint exceeded {trial.With.PeakJointSpeedRadPerS:0.00} rad/s{Excess(trial.With)}, {Alarm(trial)} and {End(trial)}.";
    }

    /// <summary>Radians beyond the bounds count as much as rad/s of speed: both are what the contract is about.</summary>
    private static double Difference(FaultTrial trial) =>
        trial.Without.PeakJointSpeedRadPerS - trial.With.PeakJointSpeedRadPerS
        + trial.Without.BoundExcessRad - trial.With.BoundExcessRad
        + (trial is { With.Success: true, Without.Success: false } ? 1 : 0);

    private static string Excess(ArmRun run) =>
        run.BoundExcessRad >= 0.005 ? $", the arm went {run.BoundExcessRad:0.00} rad beyond its bounds" : "";

    private static string Alarm(FaultTrial trial) => trial.Reaction.FirstAlarm is { } alarm
        ? $"{alarm.Code} ({alarm.Name}) came after {trial.FirstAlarmS:0.00} s"
        : $"{trial.Reaction.ChangedSteps} commands were limited";

    private static string End(FaultTrial trial) => trial.End switch
    {
        TrialEnd.Held => "the loop held the arm",
        TrialEnd.Asked => "the loop held the arm and asked a person",
        TrialEnd.Stopped => "the loop stopped the arm",
        _ when trial.Answers > 0 => $"after the person beside the arm said go on the task {Outcome(trial.With)}",
        _ => $"the task {Outcome(trial.With)}",
    };

    private static string Outcome(ArmRun run) => run.Success ? "was done" : "failed";
}
