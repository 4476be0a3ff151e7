using System.Globalization;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>Bounds, velocity, acceleration and force: in the contract of every recording, enforced, and kept where the recording can tell.</summary>
internal static class ContractLines
{
    private const string NoContract = "recordings that carry their contract, as 'interlock run' makes them";

    public static ReadinessLine Bounds(IReadOnlyList<EpisodeFacts> episodes)
    {
        const string item = "bounds", title = "Every channel has bounds, and every command kept them";
        if (Unlimited(episodes, item, title, contract => contract.Bounded == contract.Channels, "min and max of every channel in the contract") is { } lacking)
        {
            return lacking;
        }

        ChannelFacts[] channels = [.. episodes.SelectMany(episode => episode.Channels)];
        string count = string.Create(CultureInfo.InvariantCulture, $"{channels.Sum(channel => channel.Commands):N0} values commanded in {episodes.Count} {Recordings(episodes)}");
        if (channels.FirstOrDefault(channel => channel.IsInside == false) is { } outside)
        {
            string extremes = string.Create(CultureInfo.InvariantCulture, $"{outside.GuardedMin:G6} to {outside.GuardedMax:G6} {outside.Unit}, bounds {outside.Min:G6} to {outside.Max:G6}");
            return ReadinessLine.Wanting(item, title, $"{outside.Name} was commanded {extremes}; {count}", "commands inside the bounds");
        }

        return channels.Any(channel => channel.IsInside == true)
            ? ReadinessLine.Shown(item, title, $"{Of(episodes)}: all of {count} inside")
            : ReadinessLine.NotShown(item, title, $"{Of(episodes)} bounds every channel, but no command was recorded", "a recording with commands");
    }

    public static ReadinessLine Velocity(IReadOnlyList<EpisodeFacts> episodes)
    {
        const string item = "velocity", title = "Every channel has a limit on its velocity";
        return Unlimited(episodes, item, title, contract => contract.SpeedLimited == contract.Channels, "max_velocity or max_step of every channel in the contract")
            ?? ReadinessLine.Shown(item, title, $"{Of(episodes)}: {Contract(episodes).SpeedLimited} of {Contract(episodes).Channels} channels, enforced in mode {Contract(episodes).Mode}");
    }

    public static ReadinessLine Acceleration(IReadOnlyList<EpisodeFacts> episodes)
    {
        const string item = "acceleration", title = "Every channel has a limit on its acceleration";
        return Unlimited(episodes, item, title, contract => contract.AccelerationLimited == contract.Channels, "max_acceleration of every channel in the contract")
            ?? ReadinessLine.Shown(item, title, $"{Of(episodes)}: {Contract(episodes).AccelerationLimited} of {Contract(episodes).Channels} channels, enforced in mode {Contract(episodes).Mode}");
    }

    public static ReadinessLine Force(IReadOnlyList<EpisodeFacts> episodes)
    {
        const string item = "force", title = "Force has a limit, is measured and stayed below it";
        const string wouldShow = "force.max_force_n or force.max_torque_nm in the contract, and recordings with measured force";
        if (Unlimited(episodes, item, title, contract => contract.MaxForceN is not null || contract.MaxTorqueNm is not null, wouldShow) is { } lacking)
        {
            return lacking;
        }

        NumberFacts[] measured = [.. episodes.SelectMany(episode => episode.Numbers).Where(number => number.Key.StartsWith("force/", StringComparison.Ordinal) && number is { Limit: not null })];
        if (episodes.Any(episode => !episode.Numbers.Any(number => number.Key.StartsWith("force/", StringComparison.Ordinal) && number is { Limit: not null, N: > 0 })))
        {
            return ReadinessLine.NotShown(item, title, $"{Of(episodes)} limits it; it was not measured in every recording", wouldShow);
        }

        NumberFacts worst = measured.Where(number => number.N > 0).MaxBy(number => number.Max / number.Limit)!;
        string evidence = string.Create(CultureInfo.InvariantCulture, $"largest {worst.Max:G4} {worst.Unit}, limit {worst.Limit:G4} {worst.Unit}, n = {measured.Sum(number => number.N):N0}");
        return worst.Max > worst.Limit ? ReadinessLine.Wanting(item, title, evidence, "force below its limit") : ReadinessLine.Shown(item, title, $"{Of(episodes)}: {evidence}");
    }

    private static ReadinessLine? Unlimited(IReadOnlyList<EpisodeFacts> episodes, string item, string title, Func<ContractFacts, bool> isLimited, string wouldShow)
    {
        if (episodes.Count == 0 || episodes.Any(episode => episode.Contract is null))
        {
            return ReadinessLine.NotShown(item, title, "", NoContract);
        }

        if (episodes.FirstOrDefault(episode => !isLimited(episode.Contract!)) is { } lacking)
        {
            return ReadinessLine.Wanting(item, title, $"the contract '{lacking.Contract!.Name}' of {lacking.File} has it not for every channel", wouldShow);
        }

        return episodes.FirstOrDefault(episode => episode.Contract!.Mode is "monitor" or "warn") is { } watched
            ? ReadinessLine.Wanting(item, title, $"{watched.File} ran in mode {watched.Contract!.Mode}, which lets everything through", "runs in mode clip or stop")
            : null;
    }

    private static ContractFacts Contract(IReadOnlyList<EpisodeFacts> episodes) => episodes[0].Contract!;

    private static string Of(IReadOnlyList<EpisodeFacts> episodes) => $"contract '{string.Join("', '", episodes.Select(episode => episode.Contract!.Name).Distinct())}'";

    private static string Recordings(IReadOnlyList<EpisodeFacts> episodes) => episodes.Count == 1 ? "recording" : "recordings";
}
