namespace Interlock.Dashboard.Reports.Facts;

/// <summary>A file in the recording.</summary>
/// <param name="Name">As it is called there.</param>
/// <param name="MediaType">As it is called there.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Lower-case hexadecimal; null where it is too large to be loaded.</param>
internal sealed record AttachmentFacts(string Name, string MediaType, long Bytes, string? Sha256);
