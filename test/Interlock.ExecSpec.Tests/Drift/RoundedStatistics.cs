using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Drift;

/// <summary>Statistics that went through a narrower number format.</summary>
internal static class RoundedStatistics
{
    private const int BFloat16DroppedBits = 16;

    public static Normaliser Through(Normaliser entry, Func<double, double> format)
    {
        ActionStatistics table = entry.Statistics!;
        double[]? Row(IReadOnlyList<double>? row) => row is null ? null : [.. row.Select(format)];
        return entry with
        {
            Statistics = table with
            {
                Min = Row(table.Min),
                Max = Row(table.Max),
                Mean = Row(table.Mean),
                Std = Row(table.Std),
                Quantiles = [.. table.Quantiles.Select(quantile => new QuantileRow(quantile.Level, Row(quantile.Values)!))],
            },
        };
    }

    public static double Float32(double value) => (float)value;

    public static double Float16(double value) => (double)(Half)value;

    /// <summary>Nearest, ties to even.</summary>
    public static double BFloat16(double value)
    {
        uint bits = BitConverter.SingleToUInt32Bits((float)value);
        uint roundUp = 0x7FFF + ((bits >> BFloat16DroppedBits) & 1);
        return BitConverter.UInt32BitsToSingle((bits + roundUp) & 0xFFFF0000);
    }
}
