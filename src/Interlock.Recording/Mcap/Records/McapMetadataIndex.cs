namespace Interlock.Recording.Mcap.Records;

/// <summary>Where a metadata record lies.</summary>
/// <param name="Offset">First byte of the record in the file.</param>
/// <param name="Length">Bytes of the record, opcode and length included.</param>
/// <param name="Name">Name of the metadata.</param>
public sealed record McapMetadataIndex(ulong Offset, ulong Length, string Name);
