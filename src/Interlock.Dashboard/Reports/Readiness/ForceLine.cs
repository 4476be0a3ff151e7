using System.Globalization;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>Force or torque: limited, measured at every step by something that measures, and below the limit.</summary>
internal static class ForceLine
{
    private const string Item = "force", Title = "Force has a limit, is measured and stayed below it";
    private const string WouldShow = "force.max_force_n or force.max_torque_nm in the contract, and recordings with measured force";

    public static ReadinessLine Of(IReadOnlyList<EpisodeFacts> episodes)
    {
        if (ContractLines.Unlimited(episodes, Item, Title, contract => contract.MaxForceN is not null || contract.MaxTorqueNm is not null, WouldShow) is { } lacking)
        {
            return lacking;
        }

        (EpisodeFacts Episode, NumberFacts Number)[] measured =
            [.. episodes.SelectMany(episode => episode.Numbers.Where(IsLimited).Select(number => (Episode: episode, Number: number))).Where(pair => pair.Number.N > 0)];
        if (measured.Length > 0 && measured.MaxBy(pair => pair.Number.Max / pair.Number.Limit) is { Episode: { } where, Number: { } worst })
        {
            string evidence = string.Create(
                CultureInfo.InvariantCulture,
                $"{ContractLines.Of(episodes)}: largest {worst.Max:G4} {worst.Unit} in {where.File} at about {worst.MaxAtS:0.00} s, limit {worst.Limit:G4} {worst.Unit}, n = {measured.Sum(pair => pair.Number.N):N0} values");
            return worst.Max > worst.Limit ? ReadinessLine.Wanting(Item, Title, evidence, "force below its limit")
                : Gap(episodes) is { } gap ? ReadinessLine.NotShown(Item, Title, $"{evidence}; {gap}", WouldShow)
                : ReadinessLine.Shown(Item, Title, evidence);
        }

        return ReadinessLine.NotShown(Item, Title, $"{ContractLines.Of(episodes)} limits it; nothing was measured", WouldShow);
    }

    private static bool IsLimited(NumberFacts number) => number.Limit is not null && number.Key.StartsWith("force/", StringComparison.Ordinal);

    private static string? Gap(IReadOnlyList<EpisodeFacts> episodes)
    {
        foreach (EpisodeFacts episode in episodes)
        {
            foreach (NumberFacts number in episode.Numbers.Where(IsLimited))
            {
                if (number.N < episode.Steps)
                {
                    return string.Create(CultureInfo.InvariantCulture, $"{episode.File} has it at {number.N:N0} of {episode.Steps:N0} steps");
                }

                // A sensor has noise; what is exactly 0 all the time is no sensor, or no contact was ever tried.
                if (number is { Min: 0, Max: 0 })
                {
                    return $"in {episode.File} every value is exactly 0 {number.Unit}, which shows no sensor and no contact";
                }
            }
        }

        return null;
    }
}
