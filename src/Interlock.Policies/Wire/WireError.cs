using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Wire;

/// <summary>Findings about bytes from a peer: the format stands where a file name would, the byte where a line would.</summary>
internal static class WireError
{
    public static DiagnosticException At(string code, string format, long offset, string message, string? hint = null) =>
        new(code, message, new SourcePlace(format, Key: $"byte {offset}"), hint);

    public static DiagnosticException In(string code, string format, string key, string message, string? hint = null) =>
        new(code, message, new SourcePlace(format, Key: key), hint);

    public static DiagnosticException Truncated(string format, long offset, long wanted, long left) =>
        At(WireCodes.Truncated, format, offset, $"the payload ends early: {wanted} bytes are announced, {left} are left");
}
