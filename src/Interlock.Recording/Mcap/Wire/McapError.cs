using Interlock.Core.Diagnostics;

namespace Interlock.Recording.Mcap.Wire;

/// <summary>Findings about the bytes of one file, each with the byte at which it was made.</summary>
internal static class McapError
{
    public static DiagnosticException At(string code, string? file, long offset, string message, string? hint = null) =>
        new(code, message, Place(file, offset), hint);

    public static SourcePlace Place(string? file, long offset) => new(file, Key: $"byte {offset}");

    public static DiagnosticException Malformed(string? file, long offset, string message) =>
        At("RC004", file, offset, message, "the file is damaged; `interlock record recover` saves what can be verified");

    public static DiagnosticException Truncated(string? file, long offset, string message) =>
        At("RC003", file, offset, message, "the file is cut off or damaged; `interlock record recover` saves what is complete");

    public static DiagnosticException Checksum(string? file, long offset, string what, uint stored, uint computed) =>
        At("RC006", file, offset, $"{what} has CRC-32 {computed:x8} and the file says {stored:x8}", "the file is damaged; `interlock record recover` saves what can be verified");
}
