using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.Inspection.Checks;

namespace Interlock.Datasets.Opening;

/// <summary>A source under a description that was completed after it was opened.</summary>
/// <param name="inner">The source.</param>
/// <param name="description">What is said of it.</param>
/// <param name="oddities">What a user should know about the difference.</param>
internal sealed class RedescribedSource(IEpisodeSource inner, EpisodeSourceDescription description, params DatasetOddity[] oddities)
    : IEpisodeSource, IClaimingSource
{
    public EpisodeSourceDescription Description => description;

    public IEnumerable<Episode> ReadEpisodes() => inner.ReadEpisodes();

    public IReadOnlyList<IEpisodeCheck> ClaimChecks() => (inner as IClaimingSource)?.ClaimChecks() ?? [];

    public IEnumerable<DatasetOddity> CompareWithData(DatasetCensus census) =>
        oddities.Concat((inner as IClaimingSource)?.CompareWithData(census) ?? []);
}
