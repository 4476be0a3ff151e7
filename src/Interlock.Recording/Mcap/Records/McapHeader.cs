namespace Interlock.Recording.Mcap.Records;

/// <summary>First record of a file.</summary>
/// <param name="Profile">Profile that the channels keep to; empty for none.</param>
/// <param name="Library">Name and version of the writer, free text.</param>
public sealed record McapHeader(string Profile, string Library);
