namespace Interlock.ExecSpec.Canonical;

/// <summary>Significant digits of a printed number.</summary>
/// <param name="Count">Digits without zeros at either end; 0 for zero.</param>
/// <param name="Point">Where the decimal point stands: the value is 0.d1d2… × 10^point.</param>
internal readonly record struct DecimalDigits(int Count, int Point)
{
    /// <summary>Reads an unsigned number such as 0.001, 56 or 1.5E-07, and leaves its digits in <paramref name="digits"/>.</summary>
    public static DecimalDigits Parse(ReadOnlySpan<byte> printed, Span<byte> digits)
    {
        int mark = printed.IndexOf((byte)'E');
        int exponent = mark < 0 ? 0 : int.Parse(printed[(mark + 1)..]);
        ReadOnlySpan<byte> mantissa = mark < 0 ? printed : printed[..mark];
        int dot = mantissa.IndexOf((byte)'.');
        int count = WithoutDot(mantissa, dot, digits);

        int leading = digits[..count].IndexOfAnyExcept((byte)'0');
        if (leading < 0)
        {
            return default;
        }

        int significant = digits[..count].TrimEnd((byte)'0').Length - leading;
        digits.Slice(leading, significant).CopyTo(digits);
        return new DecimalDigits(significant, (dot < 0 ? count : dot) - leading + exponent);
    }

    private static int WithoutDot(ReadOnlySpan<byte> mantissa, int dot, Span<byte> digits)
    {
        if (dot < 0)
        {
            mantissa.CopyTo(digits);
            return mantissa.Length;
        }

        mantissa[..dot].CopyTo(digits);
        mantissa[(dot + 1)..].CopyTo(digits[dot..]);
        return mantissa.Length - 1;
    }
}
