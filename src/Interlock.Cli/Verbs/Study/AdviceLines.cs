using Interlock.Evaluation.Study.Report;

namespace Interlock.Cli.Verbs.Study;

/// <summary>The recommended profile in a few lines: what to watch, and what to mute for which reason.</summary>
internal static class AdviceLines
{
    public static IEnumerable<string> Of(PolicyReport policy)
    {
        yield return policy.Length.Separates && !policy.Monitors.Any(monitor => monitor.Controlled.EqualLength)
            ? "recommended profile, on per-step evidence alone:"
            : "recommended profile:";
        foreach (MonitorReport primary in policy.Monitors.Where(monitor => monitor.Advice.Role == MonitorRole.Primary))
        {
            yield return $"  primary: {primary.Name}, {primary.Advice.Reason}";
        }

        string[] secondary = [.. policy.Monitors.Where(monitor => monitor.Advice.Role == MonitorRole.Secondary).Select(monitor => monitor.Name)];
        yield return $"  secondary: {(secondary.Length == 0 ? "none" : string.Join(", ", secondary))}";
        foreach (IGrouping<AdviceGround, MonitorReport> muted in policy.Monitors
            .Where(monitor => monitor.Advice.Role == MonitorRole.Muted)
            .GroupBy(monitor => monitor.Advice.Ground)
            .OrderBy(group => group.Key))
        {
            yield return $"  muted, {Say(muted.Key)}: {string.Join(", ", muted.Select(monitor => monitor.Name))}";
        }
    }

    private static string Say(AdviceGround ground) => ground switch
    {
        AdviceGround.TooFewEpisodes => "too few episodes of one class",
        AdviceGround.Constant => "the same in every episode",
        AdviceGround.GrowsWithLength => "grows with length (read its value per step)",
        AdviceGround.NoLengthControl => "length cannot be taken out",
        AdviceGround.WrongWay => "lower in failures, against its meaning",
        _ => "not told apart from chance",
    };
}
