namespace Interlock.Recording.Mcap.Records;

/// <summary>Named facts about a recording.</summary>
/// <param name="Name">For example <c>interlock.run</c>.</param>
/// <param name="Entries">Keys and values.</param>
public sealed record McapMetadata(string Name, IReadOnlyDictionary<string, string> Entries);
