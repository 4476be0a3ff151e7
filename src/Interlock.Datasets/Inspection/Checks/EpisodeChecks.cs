using Interlock.Core.Episodes;

namespace Interlock.Datasets.Inspection.Checks;

/// <summary>All checks that need no more than the episodes themselves.</summary>
internal static class EpisodeChecks
{
    public static IReadOnlyList<IEpisodeCheck> For(EpisodeSourceDescription description) =>
    [
        new LengthCheck(description),
        new FiniteCheck(),
        new ValueRangeCheck(description),
        new FirstFrameCheck(description),
        new TimestampCheck(description.RateHz),
        new ShortEpisodeCheck(),
        new OutcomeCheck(),
    ];
}
