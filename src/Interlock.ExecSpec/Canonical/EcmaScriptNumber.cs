using System.Globalization;

namespace Interlock.ExecSpec.Canonical;

/// <summary>
/// Numbers as ECMAScript's Number::toString prints them (RFC 8785 §3.2.2.3): the shortest digits that read back as the same binary64, an
/// exponent only below 1e-6 and from 1e21 on, and no negative zero. The framework finds the same digits and lays them out differently.
/// </summary>
internal static class EcmaScriptNumber
{
    /// <summary>Bytes that every number fits into; the longest has 25, for example -0.000001234567890123456.</summary>
    public const int LongestText = 32;

    private const int MostIntegerDigits = 21;
    private const int MostZerosAfterPoint = 5;

    /// <summary>Writes a finite number and returns the count of bytes.</summary>
    public static int Format(double value, Span<byte> text)
    {
        Span<byte> printed = stackalloc byte[LongestText];
        if (!Math.Abs(value).TryFormat(printed, out int length, "R", CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException("The shortest digits of a binary64 are longer than its longest text.");
        }

        Span<byte> digits = stackalloc byte[LongestText];
        DecimalDigits found = DecimalDigits.Parse(printed[..length], digits);
        if (found.Count == 0)
        {
            text[0] = (byte)'0';
            return 1;
        }

        text[0] = (byte)'-';
        int sign = value < 0 ? 1 : 0;
        return sign + Layout(digits[..found.Count], found.Point, text[sign..]);
    }

    private static int Layout(ReadOnlySpan<byte> digits, int point, Span<byte> text) => point switch
    {
        > MostIntegerDigits or < -MostZerosAfterPoint => WithExponent(digits, point - 1, text),
        <= 0 => Fraction(digits, -point, text),
        _ when digits.Length <= point => Integer(digits, point, text),
        _ => Mixed(digits, point, text),
    };

    private static int Integer(ReadOnlySpan<byte> digits, int point, Span<byte> text)
    {
        digits.CopyTo(text);
        text[digits.Length..point].Fill((byte)'0');
        return point;
    }

    private static int Mixed(ReadOnlySpan<byte> digits, int point, Span<byte> text)
    {
        digits[..point].CopyTo(text);
        text[point] = (byte)'.';
        digits[point..].CopyTo(text[(point + 1)..]);
        return digits.Length + 1;
    }

    private static int Fraction(ReadOnlySpan<byte> digits, int zeros, Span<byte> text)
    {
        "0."u8.CopyTo(text);
        text.Slice(2, zeros).Fill((byte)'0');
        digits.CopyTo(text[(2 + zeros)..]);
        return 2 + zeros + digits.Length;
    }

    private static int WithExponent(ReadOnlySpan<byte> digits, int exponent, Span<byte> text)
    {
        int length = digits.Length == 1 ? Integer(digits, 1, text) : Mixed(digits, 1, text);
        text[length++] = (byte)'e';
        text[length++] = exponent < 0 ? (byte)'-' : (byte)'+';
        bool fits = Math.Abs(exponent).TryFormat(text[length..], out int written, default, CultureInfo.InvariantCulture);
        return fits ? length + written : throw new ArgumentException("The text is too short for a number.", nameof(text));
    }
}
