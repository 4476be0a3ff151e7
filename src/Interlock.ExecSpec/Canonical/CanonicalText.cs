using System.Buffers;
using System.Text;

namespace Interlock.ExecSpec.Canonical;

/// <summary>Strings as RFC 8785 §3.2.2.2 has them: only what must be escaped is, in the short form where there is one.</summary>
internal static class CanonicalText
{
    private const int FirstPrintable = 0x20;

    /// <summary>Writes the quoted text; false for half a surrogate pair.</summary>
    public static bool TryWrite(string text, ArrayBufferWriter<byte> output)
    {
        Span<byte> utf8 = stackalloc byte[4];
        output.Write("\""u8);
        for (ReadOnlySpan<char> rest = text; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out Rune rune, out int consumed) != OperationStatus.Done)
            {
                return false;
            }

            if (rune.Value < FirstPrintable || rune.Value is '"' or '\\')
            {
                WriteEscaped((char)rune.Value, output);
            }
            else
            {
                output.Write(utf8[..rune.EncodeToUtf8(utf8)]);
            }

            rest = rest[consumed..];
        }

        output.Write("\""u8);
        return true;
    }

    private static void WriteEscaped(char letter, ArrayBufferWriter<byte> output)
    {
        ReadOnlySpan<byte> text = letter switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            _ => Encoding.ASCII.GetBytes($"\\u{(int)letter:x4}"),
        };
        output.Write(text);
    }
}
