using System.Buffers;
using System.Text;
using Interlock.Policies.Wire;

namespace Interlock.Policies.Remote.OpenVla;

/// <summary>JSON as Python's <c>json.dumps</c> writes it: a blank after every comma and colon outside text, nothing but ASCII.</summary>
internal static class PythonJson
{
    private const int FirstEscaped = 0x7f;

    private static readonly SearchValues<byte> OutsideText = SearchValues.Create(",:\""u8);
    private static readonly SearchValues<byte> InText = SearchValues.Create(
        [(byte)'"', (byte)'\\', .. Enumerable.Range(FirstEscaped, byte.MaxValue + 1 - FirstEscaped).Select(value => (byte)value)]);

    /// <summary>Appends compact JSON in Python's spelling.</summary>
    public static void Respell(ReadOnlySpan<byte> json, WireBuffer buffer)
    {
        bool isText = false;
        while (!json.IsEmpty)
        {
            int plain = PlainBytes(json, isText);
            buffer.Add(json[..plain]);
            json = json[plain..];
            if (!json.IsEmpty)
            {
                json = json[Special(json, ref isText, buffer)..];
            }
        }
    }

    private static int PlainBytes(ReadOnlySpan<byte> json, bool isText)
    {
        int count = json.IndexOfAny(isText ? InText : OutsideText);
        return count < 0 ? json.Length : count;
    }

    private static int Special(ReadOnlySpan<byte> json, ref bool isText, WireBuffer buffer)
    {
        switch (json[0])
        {
            case (byte)'"':
                isText = !isText;
                buffer.Add(json[0]);
                return 1;
            case (byte)'\\':
                buffer.Add(json[..2]);
                return 2;
            case (byte)',' or (byte)':':
                buffer.Add(json[0]);
                buffer.Add((byte)' ');
                return 1;
            default:
                return Escape(json, buffer);
        }
    }

    private static int Escape(ReadOnlySpan<byte> json, WireBuffer buffer)
    {
        Rune.DecodeFromUtf8(json, out Rune rune, out int bytes);
        Span<char> units = stackalloc char[2];
        foreach (char unit in units[..rune.EncodeToUtf16(units)])
        {
            buffer.Add(Encoding.ASCII.GetBytes($"\\u{(int)unit:x4}"));
        }

        return bytes;
    }
}
