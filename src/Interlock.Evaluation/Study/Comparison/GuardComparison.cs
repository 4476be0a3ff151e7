using Interlock.Evaluation.Statistics;
using Interlock.Evaluation.Study.Episodes;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Evaluation.Study.Comparison;

/// <summary>What the guard did to success: Fisher and Newcombe on the two groups, McNemar where seeds pair them.</summary>
internal static class GuardComparison
{
    public static ComparisonReport Of(ConditionPair pair)
    {
        Proportion without = SuccessOf(pair.Without);
        Proportion with = SuccessOf(pair.With);
        return new ComparisonReport(
            pair.Name,
            pair.Source,
            without,
            with,
            ProportionDifference.Independent(without.Count, without.Of, with.Count, with.Of),
            FisherExactTest.TwoSided(without.Count, without.Of, with.Count, with.Of),
            Paired(pair),
            ModifiedActions(pair.With),
            Violations(pair.With));
    }

    private static Proportion SuccessOf(IReadOnlyList<ConditionEpisode> episodes) =>
        new(episodes.Count(episode => episode.Succeeded), episodes.Count);

    private static PairedReport? Paired(ConditionPair pair)
    {
        Dictionary<string, bool> with = pair.With.Where(episode => episode.Seed is not null)
            .ToDictionary(episode => episode.Seed!, episode => episode.Succeeded);
        (bool Without, bool With)[] outcomes = [.. pair.Without
            .Where(episode => episode.Seed is not null && with.ContainsKey(episode.Seed))
            .Select(episode => (episode.Succeeded, with[episode.Seed!]))];
        return outcomes.Length == 0 ? null : Table(outcomes);
    }

    private static PairedReport Table((bool Without, bool With)[] outcomes)
    {
        int both = outcomes.Count(pair => pair is (true, true));
        int lost = outcomes.Count(pair => pair is (true, false));
        int won = outcomes.Count(pair => pair is (false, true));
        int neither = outcomes.Length - both - lost - won;
        return new PairedReport(
            both, lost, won, neither, McNemarExactTest.TwoSided(lost, won), ProportionDifference.Paired(both, lost, won, neither));
    }

    private static Proportion? ModifiedActions(IReadOnlyList<ConditionEpisode> episodes)
    {
        long? modified = Total(episodes, episode => episode.Modified);
        long? steps = Total(episodes, episode => episode.Steps);
        return modified <= steps && steps is > 0 and <= int.MaxValue ? new Proportion((int)modified, (int)steps) : null;
    }

    private static int? Violations(IReadOnlyList<ConditionEpisode> episodes) =>
        Total(episodes, episode => episode.Violations) is { } total and <= int.MaxValue ? (int)total : null;

    private static long? Total(IReadOnlyList<ConditionEpisode> episodes, Func<ConditionEpisode, int?> part) =>
        episodes.All(episode => part(episode) is not null) ? episodes.Sum(episode => (long)part(episode)!.Value) : null;
}
