namespace Interlock.Cli.Verbs.Contract;

/// <summary>Rounds limits to readable numbers without ever tightening them.</summary>
internal static class OutwardRounding
{
    /// <summary>Digits kept of the span of a channel: 1/10000 of it is far below a margin of a few percent.</summary>
    private const int DigitsOfSpan = 4;

    private const int MostDecimals = 12;

    public static double Down(double value, double span) => Round(value, span, Math.Floor);

    public static double Up(double value, double span) => Round(value, span, Math.Ceiling);

    private static double Round(double value, double span, Func<double, double> round)
    {
        if (span <= 0)
        {
            return value;
        }

        int decimals = DigitsOfSpan - (int)Math.Ceiling(Math.Log10(span));
        double scale = Math.Pow(10, Math.Clamp(decimals, 0, MostDecimals));
        double rounded = round(value * scale) / scale;
        return double.IsFinite(rounded) ? rounded : value;
    }
}
