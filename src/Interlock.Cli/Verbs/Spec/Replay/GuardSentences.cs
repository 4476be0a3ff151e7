using Interlock.Evaluation.Substitution;
using Interlock.Evaluation.Substitution.Report;

namespace Interlock.Cli.Verbs.Spec.Replay;

/// <summary>Says, for each guard, whether it noticed that another key was loaded: if it always did, a certificate would only repeat it.</summary>
internal static class GuardSentences
{
    public static IEnumerable<string> Of(SubstitutionReport report)
    {
        SubstitutionRow[] keys = [.. report.Rows.Where(row => row.IsSibling)];
        return report.Identity.Guards.Select((_, guard) => Of(keys, guard, report.Rows[0].Guards[guard]));
    }

    private static string Of(SubstitutionRow[] keys, int guard, GuardActivity raw)
    {
        int episodes = keys.Sum(row => row.Episodes);
        int done = keys.Sum(row => row.Guards[guard].Successes);
        int silent = keys.Sum(row => row.Guards[guard].SilentEpisodes);
        int alarmed = keys.Sum(row => row.Guards[guard].AlarmedEpisodes);
        string what = raw.Signal == GuardedSignal.Displacements ? "displacements" : "joint targets";
        return $"Other keys, with a guard of the {what}: silent in {silent} of {episodes} episodes, an alarm in {alarmed} "
            + $"({raw.AlarmedEpisodes} of {keys[0].Episodes} raw ones), the task done in {done}. {Lesson(silent, episodes)}";
    }

    private static string Lesson(int silent, int episodes) => silent == 0
        ? "It noticed every time; it was no substitute for the right key, since the task still has to be done."
        : silent == episodes
            ? "It cannot see this fault; only a check of the decoder can."
            : $"It missed the fault in {silent}, which a check of the decoder finds before the first step.";
}
