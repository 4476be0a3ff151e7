using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Simulated;
using Interlock.ExecSpec.Gate;

namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>The demo of a wrong key for people.</summary>
internal static class WrongKeyText
{
    private const double CmPerM = 100;

    /// <summary>The last line is the one most useful sentence.</summary>
    public static void WriteRefusal(VerbHost host, StartDecision decision)
    {
        Say(host.Error, host, $"Refused to start. {Finding(decision)}");
        foreach (GateFinding failure in decision.Report.Failures)
        {
            WrappedText.Write(host.Error, $"{failure.Code} {failure.Text}", host.Width, indent: 2, hanging: 8);
        }

        Say(host.Error, host, "Nothing was moved; --gate off shows what would have come, in the simulation only.");
        Say(host.Error, host, $"Load the statistics of {decision.CertifiedKey}, or have {LoadedName(decision)} certified for this policy.");
    }

    public static void WriteRuns(VerbHost host, StartDecision decision, WrongKeyRuns runs)
    {
        Say(host.Out, host, $"Gate off: allowed because nothing but a simulation moves. With the gate on this would not have started: {Finding(decision)}");
        Say(host.Out, host, Idle(decision));
        host.Out.WriteLine();
        TextTable table = new("the same episode", "peak speed", "out of bounds", "tool astray", "task done");
        table.Add($"decoded as {decision.CertifiedKey}", Speed(runs.Right), Excess(runs.Right), "", YesOrNo(runs.Right.Success));
        table.Add($"as {LoadedName(decision)}", Speed(runs.Without), Excess(runs.Without), Drift(runs.DriftWithoutM), YesOrNo(runs.Without.Success));
        table.Add($"as {LoadedName(decision)}, guarded", Speed(runs.With), Excess(runs.With), Drift(runs.DriftWithM), YesOrNo(runs.With.Success));
        table.Write(host.Out, host.Width);
        host.Out.WriteLine();
        Say(host.Out, host, Reaction(runs));
    }

    private static string Finding(StartDecision decision) =>
        $"The loaded statistics are {LoadedName(decision)}; the certified ones are {decision.CertifiedKey}.";

    private static string Idle(StartDecision decision) =>
        $"With them {IdleSentence.Of(decision.Drift)}.";

    private static string LoadedName(StartDecision decision) => decision.LoadedKey ?? "none that are known";

    private static string Reaction(WrongKeyRuns runs)
    {
        DemoReaction reaction = runs.Reaction;
        string alarm = reaction.FirstAlarm is { } first
            ? $"its first alarm, {first.Code} ({first.Name}), came after {(first.Step + 1) / runs.RateHz:0.00} s"
            : "it raised no alarm";
        return $"The guard changed {reaction.ChangedSteps} of {runs.With.Steps} commands, and {alarm}; its verdict was {reaction.Verdict}. "
            + "It keeps the arm inside its limits and may find the motion odd; that the numbers mean something else it cannot know.";
    }

    private static string Speed(ArmRun run) => $"{run.PeakJointSpeedRadPerS:0.00} rad/s";

    private static string Excess(ArmRun run) => $"{run.BoundExcessRad:0.00} rad";

    private static string Drift(double distanceM) => $"{distanceM * CmPerM:0.0} cm";

    private static string YesOrNo(bool value) => value ? "yes" : "no";

    private static void Say(TextWriter output, VerbHost host, string text) => WrappedText.Write(output, text, host.Width);
}
