using System.Buffers;

namespace Interlock.ExecSpec.Signing;

/// <summary>SHA-256 digests as text.</summary>
internal static class Digests
{
    public const int HexLength = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a text is 64 lower-case hexadecimal digits.</summary>
    public static bool IsSha256(string text) => text.Length == HexLength && !text.AsSpan().ContainsAnyExcept(HexDigits);
}
