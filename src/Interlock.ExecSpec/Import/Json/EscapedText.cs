namespace Interlock.ExecSpec.Import.Json;

/// <summary>Escapes such as <c>\ud83d</c> must come as pairs; a lone half is no character.</summary>
internal static class EscapedText
{
    private const int EscapeLength = 6;

    /// <param name="raw">Inside of a JSON string whose syntax was checked.</param>
    public static bool IsUnicode(ReadOnlySpan<byte> raw)
    {
        for (int at = raw.IndexOf((byte)'\\'); at >= 0 && at < raw.Length;)
        {
            int unit = Unit(raw[at..]);
            if (char.IsLowSurrogate((char)unit))
            {
                return false;
            }

            at += unit == 0 ? 2 : EscapeLength;
            if (char.IsHighSurrogate((char)unit))
            {
                if (!char.IsLowSurrogate((char)Unit(raw[at..])))
                {
                    return false;
                }

                at += EscapeLength;
            }

            int next = raw[at..].IndexOf((byte)'\\');
            at = next < 0 ? raw.Length : at + next;
        }

        return true;
    }

    // 0 for anything that is not \uXXXX; \u0000 has six bytes too, but skipping two of them finds no other backslash.
    private static int Unit(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < EscapeLength || rest[0] != '\\' || rest[1] != 'u')
        {
            return 0;
        }

        int value = 0;
        foreach (byte digit in rest[2..EscapeLength])
        {
            value = (value << 4) | (digit <= (byte)'9' ? digit - (byte)'0' : (digit | 0x20) - (byte)'a' + 10);
        }

        return value;
    }
}
