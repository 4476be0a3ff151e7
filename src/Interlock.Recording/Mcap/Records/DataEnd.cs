namespace Interlock.Recording.Mcap.Records;

/// <summary>Last record of the data section.</summary>
/// <param name="DataSectionCrc">Checksum of everything before this record; 0 where not available.</param>
internal readonly record struct DataEnd(uint DataSectionCrc);
