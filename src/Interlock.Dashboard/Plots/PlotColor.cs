using System.Globalization;

namespace Interlock.Dashboard.Plots;

/// <summary>A colour in sRGB, 8 bits each.</summary>
internal readonly record struct PlotColor(byte Red, byte Green, byte Blue)
{
    public string Hex => $"#{Red:x2}{Green:x2}{Blue:x2}";

    public static PlotColor OfHex(string hex)
    {
        int value = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>Contrast ratio of two colours, 1 to 21 (WCAG 2.2, section 1.4.3).</summary>
    public double ContrastWith(PlotColor other)
    {
        double one = Luminance + 0.05, two = other.Luminance + 0.05;
        return Math.Max(one, two) / Math.Min(one, two);
    }

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte value)
    {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
