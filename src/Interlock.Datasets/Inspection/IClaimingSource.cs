using Interlock.Datasets.Inspection.Checks;

namespace Interlock.Datasets.Inspection;

/// <summary>A source whose metadata makes claims that its data can contradict.</summary>
internal interface IClaimingSource
{
    /// <summary>Checks of claims about single numbers, which must see every episode.</summary>
    IReadOnlyList<IEpisodeCheck> ClaimChecks();

    /// <summary>What the metadata says and the counts of the data do not bear out.</summary>
    IEnumerable<DatasetOddity> CompareWithData(DatasetCensus census);
}
