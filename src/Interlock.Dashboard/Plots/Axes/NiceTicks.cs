using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Axes;

/// <summary>Ticks at round numbers.</summary>
internal static class NiceTicks
{
    private const int MostTicks = 60;
    private const double Rounding = 1e-9;

    private static readonly double[] Minutes = [60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000, 86_400];

    /// <summary>Ticks of an axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="wanted">About how many there is room for.</param>
    public static IReadOnlyList<AxisTick> Of(Axis axis, double from, double to, int wanted)
    {
        if (axis.Labels.Count > 0)
        {
            return [.. axis.Labels.Select((text, i) => new AxisTick(i, text)).Where(tick => tick.Value >= from && tick.Value <= to)];
        }

        double step = Step((to - from) / Math.Max(1, wanted), axis.Kind);
        if (!(step > 0) || !double.IsFinite(step))
        {
            return [];
        }

        List<AxisTick> ticks = [];
        double first = Math.Ceiling((from / step) - Rounding);
        for (int i = 0; i < MostTicks; i++)
        {
            double value = (first + i) * step;
            if (value > to + (step * Rounding))
            {
                break;
            }

            ticks.Add(new AxisTick(value, TickText.Of(axis.Kind, value, step, to)));
        }

        return ticks;
    }

    private static double Step(double rough, AxisKind kind)
    {
        if (kind == AxisKind.Time && rough > 30)
        {
            return Array.Find(Minutes, each => each >= rough) is > 0 and double minutes ? minutes : Decimal(rough);
        }

        return kind == AxisKind.Time && rough > 10 ? rough > 15 ? 30 : 15 : Decimal(rough);
    }

    private static double Decimal(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double share = rough / power;
        return power * (share <= 1 + Rounding ? 1 : share <= 2 + Rounding ? 2 : share <= 5 + Rounding ? 5 : 10);
    }
}
