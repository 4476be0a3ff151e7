namespace Interlock.Recording.Mcap.Records;

/// <summary>How messages of a channel are laid out.</summary>
/// <param name="Id">1 to 65535, unique in the file.</param>
/// <param name="Name">Name of the schema, for example <c>foxglove.JointStates</c>.</param>
/// <param name="Encoding">For example <c>jsonschema</c>; empty when there is no schema text.</param>
/// <param name="Data">The schema itself, in that encoding.</param>
public sealed record McapSchema(ushort Id, string Name, string Encoding, ReadOnlyMemory<byte> Data)
{
    internal bool SameAs(McapSchema other) =>
        Id == other.Id && Name == other.Name && Encoding == other.Encoding && Data.Span.SequenceEqual(other.Data.Span);
}
