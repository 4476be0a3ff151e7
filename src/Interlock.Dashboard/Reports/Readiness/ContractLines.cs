using System.Globalization;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>Bounds, and what every limit needs: it stands in the contract of every recording and is enforced.</summary>
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
        string count = string.Create(CultureInfo.InvariantCulture, $"{channels.Sum(channel => channel.Commands):N0} values commanded in {Words.Where(episodes)}");
        foreach (EpisodeFacts episode in episodes)
        {
            if (episode.Channels.FirstOrDefault(channel => channel.IsInside == false) is { } outside)
            {
                string extremes = string.Create(CultureInfo.InvariantCulture, $"{outside.GuardedMin:G6} to {outside.GuardedMax:G6} {outside.Unit}, bounds {outside.Min:G6} to {outside.Max:G6} {outside.Unit}");
                string notANumber = outside.GuardedNotANumber > 0 ? $", {outside.GuardedNotANumber} times no number" : "";
                return ReadinessLine.Wanting(item, title, $"{episode.File}: {outside.Name} was commanded {extremes}{notANumber}; {count}", "commands inside the bounds");
            }
        }

        return channels.Any(channel => channel.IsInside == true)
            ? ReadinessLine.Shown(item, title, $"{Of(episodes)}: all of {count} inside")
            : ReadinessLine.NotShown(item, title, $"{Of(episodes)} bounds every channel, but no command was recorded", "a recording with commands");
    }

    /// <summary>The line where a contract lacks the limit or does not enforce it; null where all have it.</summary>
    public static ReadinessLine? Unlimited(IReadOnlyList<EpisodeFacts> episodes, string item, string title, Func<ContractFacts, bool> isLimited, string wouldShow)
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

    /// <summary>The contracts by name.</summary>
    public static string Of(IReadOnlyList<EpisodeFacts> episodes) => $"contract '{string.Join("', '", episodes.Select(episode => episode.Contract!.Name).Distinct())}'";
}
