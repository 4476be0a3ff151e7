using System.Globalization;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Axes;

/// <summary>Short numbers.</summary>
internal static class TickText
{
    /// <summary>Times from here on are written as min:s, in s.</summary>
    public const double MinutesFromS = 120;

    private const double LargestPlain = 99_999;
    private const int MostDecimals = 4;

    /// <summary>The text of a tick.</summary>
    /// <param name="kind">How the axis writes its numbers.</param>
    /// <param name="value">The value.</param>
    /// <param name="step">Distance of two ticks, which decides the decimals.</param>
    /// <param name="end">The last value of the axis: all its ticks are written in one way.</param>
    public static string Of(AxisKind kind, double value, double step, double end) => kind switch
    {
        AxisKind.Time when end > MinutesFromS => Minutes(value, step),
        AxisKind.Share => $"{Plain(value * 100, step * 100)} %",
        _ => Plain(value, step),
    };

    /// <summary>A single number in at most four significant digits.</summary>
    public static string Short(double value) => Math.Abs(value) is > 0 and (< 1e-4 or > LargestPlain)
        ? value.ToString("0.##e0", CultureInfo.InvariantCulture)
        : value.ToString(value == Math.Round(value) ? "0" : "G4", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Plain(double value, double step)
    {
        int decimals = Decimals(step);
        if (decimals > MostDecimals || Math.Abs(value) > LargestPlain)
        {
            return value.ToString("0.##e0", CultureInfo.InvariantCulture).Replace('-', '−');
        }

        // Rounding may leave a negative zero.
        double rounded = Math.Round(value, decimals) + 0.0;
        return rounded.ToString($"F{decimals}", CultureInfo.InvariantCulture).Replace('-', '−');
    }

    private static string Minutes(double value, double step)
    {
        int decimals = Math.Min(3, Decimals(step));
        double whole = Math.Round(Math.Abs(value), decimals);
        double minutes = Math.Floor(whole / 60);
        string seconds = (whole - (minutes * 60)).ToString(decimals == 0 ? "00" : $"00.{new string('0', decimals)}", CultureInfo.InvariantCulture);
        return $"{(value < 0 ? "−" : "")}{minutes:0}:{seconds}";
    }

    private static int Decimals(double step) => Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
}
