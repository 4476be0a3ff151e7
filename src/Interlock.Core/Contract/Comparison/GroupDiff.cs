using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.Core.Contract.Comparison;

/// <summary>Compares the groups of two contracts that are not channels.</summary>
internal static class GroupDiff
{
    public static void SpeedNorms(SafetyContract before, SafetyContract after, ChangeList changes)
    {
        Dictionary<string, Limit> old = SpeedsOf(before);
        Dictionary<string, Limit> now = SpeedsOf(after);
        foreach (string channels in old.Keys.Union(now.Keys))
        {
            changes.UpperLimit($"speed_norms[{channels}]", old.GetValueOrDefault(channels), now.GetValueOrDefault(channels));
        }
    }

    public static void Workspaces(SafetyContract before, SafetyContract after, ChangeList changes)
    {
        Dictionary<string, (Limit Low, Limit High)> old = EdgesOf(before);
        Dictionary<string, (Limit Low, Limit High)> now = EdgesOf(after);
        foreach (string channel in old.Keys.Union(now.Keys))
        {
            changes.LowerLimit($"workspace[{channel}].min", old.GetValueOrDefault(channel).Low, now.GetValueOrDefault(channel).Low);
            changes.UpperLimit($"workspace[{channel}].max", old.GetValueOrDefault(channel).High, now.GetValueOrDefault(channel).High);
        }
    }

    public static void Reactions(SafetyContract before, SafetyContract after, ChangeList changes)
    {
        changes.UpperLimit("force.max_force_n", new(before.Force?.MaxForceN, "N"), new(after.Force?.MaxForceN, "N"));
        changes.UpperLimit("force.max_torque_nm", new(before.Force?.MaxTorqueNm, "N·m"), new(after.Force?.MaxTorqueNm, "N·m"));
        changes.Strictness<StopReaction>("force.on_exceed", before.Force?.OnExceed, after.Force?.OnExceed, StrictnessOf);
        changes.Strictness<GuardMode>("mode", before.Mode, after.Mode, StrictnessOf);
        changes.Words("rate_limiting", EnumWord.Of(before.RateLimiting), EnumWord.Of(after.RateLimiting));
        changes.UpperLimit("watchdog.max_age_ms", new(before.Watchdog?.MaxAgeMs, "ms"), new(after.Watchdog?.MaxAgeMs, "ms"));
        changes.Strictness<StopReaction>("watchdog.on_stale", before.Watchdog?.OnStale, after.Watchdog?.OnStale, StrictnessOf);
        Escalations(before.Escalation, after.Escalation, changes);
        Monitors(before.Monitors, after.Monitors, changes);
    }

    private static void Escalations(Escalation? before, Escalation? after, ChangeList changes)
    {
        changes.UpperLimit("escalation.max_clip_fraction", new(before?.MaxClipFraction, ""), new(after?.MaxClipFraction, ""));
        changes.UpperLimit("escalation.for_steps", new(before?.ForSteps, "steps"), new(after?.ForSteps, "steps"));
        changes.Strictness<StopReaction>("escalation.then", before?.Then, after?.Then, StrictnessOf);
    }

    private static void Monitors(MonitorSettings? before, MonitorSettings? after, ChangeList changes)
    {
        changes.Words("monitors.profile", ProfileOf(before), ProfileOf(after));
        changes.Words("monitors.calibration", before?.Calibration, after?.Calibration);
    }

    private static string? ProfileOf(MonitorSettings? settings) => settings is null ? null : EnumWord.Of(settings.Profile);

    /// <summary>Several limits on the same channels act as their smallest.</summary>
    private static Dictionary<string, Limit> SpeedsOf(SafetyContract contract) => contract.SpeedNorms
        .GroupBy(norm => string.Join(", ", norm.Channels.Order(StringComparer.Ordinal)))
        .ToDictionary(group => group.Key, group => LimitOf(contract, group.First().Channels[0], group.Min(norm => norm.Max), "/s"));

    private static Dictionary<string, (Limit Low, Limit High)> EdgesOf(SafetyContract contract) => contract.Workspace is not { } box
        ? []
        : Enumerable.Range(0, box.Channels.Count).ToDictionary(
            i => box.Channels[i],
            i => (LimitOf(contract, box.Channels[i], box.Min[i], ""), LimitOf(contract, box.Channels[i], box.Max[i], "")));

    private static Limit LimitOf(SafetyContract contract, string channelName, double value, string per)
    {
        ChannelUnit unit = contract.Channels.First(channel => channel.Name == channelName).Unit;
        return new Limit(value, unit.Symbol + per, unit);
    }

    private static int StrictnessOf(StopReaction reaction) => reaction switch
    {
        StopReaction.Stop => 2,
        StopReaction.Brake => 1,
        _ => 0,
    };

    /// <summary>Warning enforces what clipping enforces.</summary>
    private static int StrictnessOf(GuardMode mode) => mode switch
    {
        GuardMode.Stop => 2,
        GuardMode.Monitor => 0,
        _ => 1,
    };
}
