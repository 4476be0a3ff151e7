namespace Interlock.Recording.Mcap.Records;

/// <summary>Where an attachment lies.</summary>
/// <param name="Offset">First byte of the record in the file.</param>
/// <param name="Length">Bytes of the record, opcode and length included.</param>
/// <param name="LogTimeNs">When it was recorded, ns.</param>
/// <param name="CreateTimeNs">When it was made, ns; 0 where unknown.</param>
/// <param name="DataSize">Bytes of its data.</param>
/// <param name="Name">Name of the attachment.</param>
/// <param name="MediaType">Media type of the data.</param>
public sealed record McapAttachmentIndex(
    ulong Offset,
    ulong Length,
    ulong LogTimeNs,
    ulong CreateTimeNs,
    ulong DataSize,
    string Name,
    string MediaType);
