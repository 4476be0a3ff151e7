namespace Interlock.Recording.Mcap.Records;

/// <summary>Last record of a file. Offsets are 0 where there is no such section, the checksum where it is not available.</summary>
internal readonly record struct Footer(ulong SummaryStart, ulong SummaryOffsetStart, uint SummaryCrc);
