using Interlock.Dashboard.Plots;

namespace Interlock.Dashboard.Tests.Plots;

/// <summary>
/// Colours as colour-blind eyes see them: the matrices for severity 1.0 of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
/// Vision Deficiency" (2009), on linear sRGB; and how far two colours are apart for them, CIEDE2000 (Sharma, Wu and Dalal 2005), white point D65.
/// </summary>
internal static class ColourSight
{
    public static IReadOnlyDictionary<string, double[]> Kinds { get; } = new Dictionary<string, double[]>
    {
        ["normal"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    /// <summary>The smallest distance under any kind of sight.</summary>
    public static double Least(string one, string other) => Kinds.Values.Min(sight => Ciede2000.Between(Seen(one, sight), Seen(other, sight)));

    private static (double L, double A, double B) Seen(string hex, double[] sight)
    {
        PlotColor color = PlotColor.OfHex(hex);
        double[] linear = [Linear(color.Red), Linear(color.Green), Linear(color.Blue)];
        double[] seen = [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(column => sight[(3 * row) + column] * linear[column]), 0, 1))];
        double x = Bent(((0.4124564 * seen[0]) + (0.3575761 * seen[1]) + (0.1804375 * seen[2])) / 0.95047);
        double y = Bent((0.2126729 * seen[0]) + (0.7151522 * seen[1]) + (0.0721750 * seen[2]));
        double z = Bent(((0.0193339 * seen[0]) + (0.1191920 * seen[1]) + (0.9503041 * seen[2])) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double Linear(byte value) => value / 255.0 is var share and <= 0.04045 ? share / 12.92 : Math.Pow(((value / 255.0) + 0.055) / 1.055, 2.4);

    private static double Bent(double share) => share > 216.0 / 24389 ? Math.Cbrt(share) : ((24389.0 / 27 * share) + 16) / 116;
}
