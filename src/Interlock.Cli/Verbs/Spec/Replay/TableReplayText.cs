using System.Globalization;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Simulated;
using Interlock.Evaluation.Substitution;
using Interlock.Evaluation.Substitution.Report;
using Interlock.ExecSpec.Drift;

namespace Interlock.Cli.Verbs.Spec.Replay;

/// <summary>The study for people.</summary>
internal sealed class TableReplayText(VerbHost host)
{
    private const double SmallestPlainP = 1e-3;

    private const string Legend =
        "off at: median time until the tool is 1 cm or 5° from the raw replay, over the episodes in which it ever is. range: episodes in which every decoded displacement lies in "
        + "the range of the demonstrations. steps, goals: episodes in which a guard of the displacements, and one of the joint targets, was "
        + "silent: it did no more than in the raw replay.";

    private const string Scope =
        "Scope: demonstrations of a simulated arm, replayed open loop. A policy that sees and corrects may fail less; this says nothing about "
        + "hardware.";

    public void Write(TableReplayResult result)
    {
        WriteHead(result);
        TextTable table = new("substitution", "done", "95 %", "p", "off at", "range", "steps", "goals");
        foreach (SubstitutionRow row in result.Whole.Rows)
        {
            table.Add(Cells(row));
        }

        table.Write(host.Out, host.Width);
        host.Out.WriteLine();
        Say(Legend);
        host.Out.WriteLine();
        foreach (string sentence in GuardSentences.Of(result.Whole))
        {
            Say(sentence);
        }

        Say(WithoutNoOps(result.WithoutNoOps));
        Say(Scope);
    }

    private void WriteHead(TableReplayResult result)
    {
        SubstitutionReport report = result.Whole;
        Say($"{report.Demonstrations} demonstrations of {result.Options.Key}, seed {result.Options.Seed}. Raw replay succeeds in {report.Valid}; "
            + $"{report.DroppedEpisodes.Count} dropped. Identity {report.Identity.Successes}/{report.Valid}.");
        foreach (SpecDrift drift in result.Drifts)
        {
            Say($"{drift.LoadedKey} in its place: mean drift {drift.MeanAbsolute:0.000} of the half range; {IdleSentence.Of(drift)}.");
        }

        host.Out.WriteLine();
    }

    private static string[] Cells(SubstitutionRow row) =>
    [
        row.Name,
        $"{row.Successes}/{row.Episodes}",
        $"{row.Interval.Low:0.00}-{row.Interval.High:0.00}",
        row.Kind is SubstitutionKind.Raw or SubstitutionKind.Identity ? "" : P(row.PValue),
        row.MedianFirstDeviationS is { } seconds ? $"{seconds:0.00} s" : "never",
        row.EpisodesInTrainingRange is { } inside ? $"{inside}" : "",
        Silent(row, GuardedSignal.Displacements),
        Silent(row, GuardedSignal.Targets),
    ];

    private static string Silent(SubstitutionRow row, GuardedSignal signal) =>
        row.Guards.FirstOrDefault(guard => guard.Signal == signal) is { } activity ? $"{activity.SilentEpisodes}" : "";

    private static string P(double p) => p < SmallestPlainP ? p.ToString("0e-0", CultureInfo.InvariantCulture) : $"{p:0.###}";

    private static string WithoutNoOps(SubstitutionReport report)
    {
        IEnumerable<string> counts = report.Rows.Select(row => $"{row.Name} {row.Successes}/{row.Episodes}");
        return $"Without the {report.RemovedSteps} of {report.TotalSteps} steps in which nothing happens: {string.Join("; ", counts)}.";
    }

    private void Say(string text) => WrappedText.Write(host.Out, text, host.Width);
}
