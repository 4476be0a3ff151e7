using System.Globalization;

namespace Interlock.Evaluation.Study.Report;

/// <summary>Says what the table of AUROCs does not say by itself.</summary>
internal static class StudyWarnings
{
    /// <summary>A monitor that loses this much AUROC when divided by length owed it to length.</summary>
    private const double LargeLoss = 0.1;

    public static IEnumerable<StudyWarning> Of(PolicyReport policy) =>
        new[] { TooFew(policy), LengthSeparates(policy), NoBetterThanLength(policy), OnlyLength(policy), Excluded(policy) }.OfType<StudyWarning>();

    private static StudyWarning? TooFew(PolicyReport policy) => policy.Length.Auroc is not null
        ? null
        : new StudyWarning("too_few_episodes", policy.Name, [], Invariant(
            $"{policy.Name}: {policy.Failures} failures and {policy.Success.Count} successes; an AUROC needs at least {PolicySample.SmallestClass} of each."));

    private static StudyWarning? LengthSeparates(PolicyReport policy)
    {
        if (!policy.Length.Separates)
        {
            return null;
        }

        LengthRange failures = policy.Length.Failures!, successes = policy.Length.Successes!;
        string remedy = policy.Monitors.Any(monitor => monitor.Controlled.EqualLength)
            ? "Read only the figures at equal length."
            : "Nothing in these data can tell predicting a failure from going on after it; step logs can.";
        return new StudyWarning("length_separates", policy.Name, [], Invariant(
            $"{policy.Name}: episode length alone tells failure from success, AUROC {policy.Length.Auroc:0.00} ")
            + Invariant($"(failures last {Steps(failures)}, successes {Steps(successes)}, mean {successes.Mean:0}). {remedy}"));
    }

    private static StudyWarning? NoBetterThanLength(PolicyReport policy)
    {
        MonitorReport[] weak = [.. policy.Monitors.Where(monitor => monitor.NoBetterThanLength)];
        MonitorReport? best = weak.MaxBy(monitor => monitor.Auroc);
        string who = weak.Length == policy.Monitors.Count ? "NO monitor is" : Invariant($"{weak.Length} of {policy.Monitors.Count} monitors are NOT");
        return best is null ? null : new StudyWarning(
            "no_better_than_length",
            policy.Name,
            [.. weak.Select(monitor => monitor.Name)],
            Invariant($"{policy.Name}: {who} better than episode length alone ({policy.Length.Strength:0.00}); ")
            + Invariant($"the best of them, {best.Name}, reaches {best.Auroc:0.00}."));
    }

    private static StudyWarning? OnlyLength(PolicyReport policy)
    {
        MonitorReport[] inflated = [.. policy.Monitors.Where(monitor => monitor.Auroc - monitor.Controlled.Auroc > LargeLoss)];
        string list = string.Join(", ", inflated.Select(monitor => Invariant($"{monitor.Name} {monitor.Auroc:0.00} -> {monitor.Controlled.Auroc:0.00}")));
        return inflated.Length == 0 ? null : new StudyWarning(
            "inflated_by_length", policy.Name, [.. inflated.Select(monitor => monitor.Name)], $"{policy.Name}: without length these fall: {list}.");
    }

    private static StudyWarning? Excluded(PolicyReport policy)
    {
        MonitorReport[] partial = [.. policy.Monitors.Where(monitor => monitor.Excluded > 0)];
        string list = string.Join(", ", partial.Select(monitor => Invariant($"{monitor.Name} ({monitor.Excluded})")));
        return partial.Length == 0 ? null : new StudyWarning(
            "episodes_excluded", policy.Name, [.. partial.Select(monitor => monitor.Name)], $"{policy.Name}: episodes without a value were left out: {list}.");
    }

    private static string Steps(LengthRange range) =>
        range.Shortest == range.Longest ? $"{range.Longest} steps" : $"{range.Shortest} to {range.Longest} steps";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
