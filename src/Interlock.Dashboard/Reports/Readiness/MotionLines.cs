using System.Globalization;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>Velocity and acceleration: limited in the contract, enforced, and kept by what was commanded.</summary>
internal static class MotionLines
{
    private static readonly HashSet<string> Speeds = ["step", "velocity", "speed"], Accelerations = ["acceleration"];

    public static ReadinessLine Velocity(IReadOnlyList<EpisodeFacts> episodes)
    {
        const string item = "velocity", title = "Every channel has a limit on its velocity, and every command kept it";
        return ContractLines.Unlimited(episodes, item, title, contract => contract.SpeedLimited == contract.Channels, "max_velocity or max_step of every channel in the contract")
            ?? Kept(episodes, item, title, Speeds);
    }

    public static ReadinessLine Acceleration(IReadOnlyList<EpisodeFacts> episodes)
    {
        const string item = "acceleration", title = "Every channel has a limit on its acceleration, and every command kept it";
        return ContractLines.Unlimited(episodes, item, title, contract => contract.AccelerationLimited == contract.Channels, "max_acceleration of every channel in the contract")
            ?? Kept(episodes, item, title, Accelerations);
    }

    private static ReadinessLine Kept(IReadOnlyList<EpisodeFacts> episodes, string item, string title, HashSet<string> quantities)
    {
        const string wouldShow = "recordings of commands in a row, each a number and inside the limit";
        (EpisodeFacts Episode, MotionExtreme Extreme)[] extremes =
            [.. episodes.SelectMany(episode => (episode.Motion?.Extremes ?? []).Where(extreme => quantities.Contains(extreme.Quantity)).Select(extreme => (Episode: episode, Extreme: extreme)))];
        if (episodes.FirstOrDefault(episode => episode.Motion is { NotANumber: > 0 }) is { } lost)
        {
            return ReadinessLine.Wanting(item, title, string.Create(CultureInfo.InvariantCulture, $"{lost.File}: {lost.Motion!.NotANumber:N0} of {lost.Motion.Commands:N0} commands were no numbers"), wouldShow);
        }

        if (extremes.Length == 0)
        {
            return ReadinessLine.NotShown(item, title, $"{ContractLines.Of(episodes)} limits every channel; no commands in a row were recorded", wouldShow);
        }

        (EpisodeFacts where, MotionExtreme worst) = extremes.MaxBy(pair => pair.Extreme.Share);
        string evidence = $"{ContractLines.Of(episodes)}: nearest to its limit {At(where, worst)}; {Compared(episodes)}";
        return worst.IsOver ? ReadinessLine.Wanting(item, title, evidence, wouldShow)
            : episodes.FirstOrDefault(episode => !episode.Motion!.Extremes.Any(extreme => quantities.Contains(extreme.Quantity))) is { } still
                ? ReadinessLine.NotShown(item, title, $"{evidence}; {still.File} has no commands in a row", wouldShow)
                : ReadinessLine.Shown(item, title, evidence);
    }

    private static string At(EpisodeFacts episode, MotionExtreme extreme) => string.Create(
        CultureInfo.InvariantCulture,
        $"{extreme.Of} with {extreme.Largest:G6} {extreme.Unit} of {extreme.Limit:G6} {extreme.Unit} ({extreme.Share:0.0 %}) in {episode.File} at tick {extreme.Tick:N0} ({extreme.T:0.00} s)");

    private static string Compared(IReadOnlyList<EpisodeFacts> episodes)
    {
        long unanchored = episodes.Sum(episode => episode.Motion?.Unanchored ?? 0);
        string beginnings = unanchored == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {unanchored:N0} beginnings of a motion were compared with nothing");
        return string.Create(CultureInfo.InvariantCulture, $"n = {episodes.Sum(episode => episode.Motion?.Compared ?? 0):N0} commands{beginnings}");
    }
}
