namespace Interlock.Datasets.Inspection;

/// <summary>A source whose metadata makes claims that its data can contradict.</summary>
internal interface IClaimingSource
{
    /// <summary>What the metadata says and the data does not bear out.</summary>
    IEnumerable<DatasetOddity> CompareWithData(DatasetCensus census);
}
