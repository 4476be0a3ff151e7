namespace Interlock.Recording.Mcap.Records;

/// <summary>One stream of messages.</summary>
/// <param name="Id">0 to 65535, unique in the file.</param>
/// <param name="SchemaId">The schema of its messages; 0 for none.</param>
/// <param name="Topic">Name of the stream, for example <c>/action/guarded</c>.</param>
/// <param name="MessageEncoding">For example <c>json</c>.</param>
/// <param name="Metadata">Further facts; may be empty.</param>
public sealed record McapChannel(ushort Id, ushort SchemaId, string Topic, string MessageEncoding, IReadOnlyDictionary<string, string> Metadata)
{
    internal bool SameAs(McapChannel other) =>
        Id == other.Id && SchemaId == other.SchemaId && Topic == other.Topic && MessageEncoding == other.MessageEncoding
        && Metadata.Count == other.Metadata.Count
        && Metadata.All(pair => other.Metadata.TryGetValue(pair.Key, out string? value) && value == pair.Value);
}
