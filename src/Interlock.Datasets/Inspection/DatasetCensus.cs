namespace Interlock.Datasets.Inspection;

/// <summary>What was counted while every episode was read.</summary>
/// <param name="LengthOfEpisode">Steps by episode number.</param>
/// <param name="Frames">Steps of all episodes.</param>
internal sealed record DatasetCensus(IReadOnlyDictionary<int, int> LengthOfEpisode, long Frames);
