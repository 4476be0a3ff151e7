namespace Interlock.Recording.Mcap.Records;

/// <summary>A file inside the file: a contract, a certificate, a configuration.</summary>
/// <param name="LogTimeNs">When it was recorded, ns.</param>
/// <param name="CreateTimeNs">When it was made, ns; 0 where unknown.</param>
/// <param name="Name">Name of the attachment, for example <c>arm.contract.yaml</c>.</param>
/// <param name="MediaType">For example <c>application/yaml</c>.</param>
/// <param name="Data">Its bytes.</param>
public sealed record McapAttachment(ulong LogTimeNs, ulong CreateTimeNs, string Name, string MediaType, ReadOnlyMemory<byte> Data);
