namespace Interlock.ExecSpec.Import.Json;

/// <summary>
/// Python's json module writes NaN, Infinity and -Infinity as bare words, which JSON does not know. Each is turned, in place and at the
/// same length, into a string with a control letter in it, so that no memory is needed and no other text is mistaken for it.
/// </summary>
internal static class PythonWords
{
    // U+007F may stand in a JSON string, unlike the other control letters, and stands in no name.
    private static ReadOnlySpan<byte> NotANumber => "\"\u007F\""u8;

    private static ReadOnlySpan<byte> Positive => "\"\u007Fnfini\""u8;

    private static ReadOnlySpan<byte> Negative => "\"\u007FInfini\""u8;

    public static void Replace(Span<byte> json)
    {
        int at = 0;
        while (at < json.Length)
        {
            int step = json[at..].IndexOfAny("\"NI-"u8);
            if (step < 0)
            {
                return;
            }

            at += step;
            at += json[at] == '"' ? StringLength(json[at..]) : ReplaceWord(json[at..]);
        }
    }

    /// <summary>The number that a string of this file stands for; null when it is text.</summary>
    public static double? Read(ReadOnlySpan<byte> stringValue) => stringValue switch
    {
        [0x7F] => double.NaN,
        [0x7F, (byte)'n', (byte)'f', (byte)'i', (byte)'n', (byte)'i'] => double.PositiveInfinity,
        [0x7F, (byte)'I', (byte)'n', (byte)'f', (byte)'i', (byte)'n', (byte)'i'] => double.NegativeInfinity,
        _ => null,
    };

    private static int ReplaceWord(Span<byte> rest) =>
        ReplaceWith(rest, "NaN"u8, NotANumber) ?? ReplaceWith(rest, "Infinity"u8, Positive) ?? ReplaceWith(rest, "-Infinity"u8, Negative) ?? 1;

    private static int? ReplaceWith(Span<byte> rest, ReadOnlySpan<byte> word, ReadOnlySpan<byte> text)
    {
        if (!rest.StartsWith(word))
        {
            return null;
        }

        text.CopyTo(rest);
        return word.Length;
    }

    private static int StringLength(ReadOnlySpan<byte> rest)
    {
        int at = 1;
        while (at < rest.Length)
        {
            int step = rest[at..].IndexOfAny("\"\\"u8);
            if (step < 0)
            {
                return rest.Length;
            }

            at += step;
            if (rest[at] == '"')
            {
                return at + 1;
            }

            at += 2;
        }

        return rest.Length;
    }
}
