using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Probing;

/// <summary>The normalised numbers that are pushed through a decode path: zero, the ends, each channel alone, beyond the ends, quasi-random rows, the gripper around its threshold.</summary>
internal static class ProbeRows
{
    /// <summary>Beyond the range, where a continuous head may go and a clip shows (specification note, section 9).</summary>
    public const double Beyond = 1.3;

    private const int QuasiRandomRows = 64;

    /// <summary>Share of the way from closed to open at which a moved threshold is looked for: beyond what rounding can decide.</summary>
    private const double BesideThreshold = 0.02;

    /// <summary>Rows of finite numbers. The first three are 0, +1 and −1 on every channel.</summary>
    public static IReadOnlyList<double[]> Finite(ExecutableSpec spec)
    {
        int channels = spec.Action.Channels.Count;
        List<double[]> rows = [Filled(channels, 0), Filled(channels, 1), Filled(channels, -1), Filled(channels, Beyond), Filled(channels, -Beyond)];
        for (int channel = 0; channel < channels; channel++)
        {
            rows.Add(Single(channels, channel, 1));
            rows.Add(Single(channels, channel, -1));
        }

        rows.AddRange(Enumerable.Range(1, QuasiRandomRows).Select(index => QuasiRandom(index, channels)));
        rows.AddRange(Ties(spec));
        return rows;
    }

    /// <summary>One row per channel and kind of non-finite number.</summary>
    public static IReadOnlyList<double[]> NonFinite(int channels) =>
    [
        .. Enumerable.Range(0, channels).SelectMany(channel =>
            new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity }.Select(value => Single(channels, channel, value))),
    ];

    private static IEnumerable<double[]> Ties(ExecutableSpec spec)
    {
        if (spec.Gripper is not { Threshold: { } threshold } mapping)
        {
            yield break;
        }

        int channels = spec.Action.Channels.Count;
        int channel = spec.Action.Channels.TakeWhile(item => item.Name != mapping.Channel).Count();
        if (channel == channels)
        {
            yield break;
        }

        AffineMap map = AffineMap.Inverse(spec.Unnormaliser, channels);
        double reach = BesideThreshold * (mapping.PolicyOpen - mapping.PolicyClosed);
        if (map.ScaleAt(0)[channel] == 1 && map.OffsetAt(0)[channel] == 0)
        {
            // Only a number that passes unchanged meets the threshold exactly in every arithmetic.
            yield return Single(channels, channel, threshold);
        }

        foreach (double decoded in new[] { threshold + reach, threshold - reach, mapping.PolicyOpen, mapping.PolicyClosed })
        {
            double z = (decoded - map.OffsetAt(0)[channel]) / map.ScaleAt(0)[channel];
            if (double.IsFinite(z))
            {
                yield return Single(channels, channel, z);
            }
        }
    }

    /// <summary>Kronecker sequence with the generalised golden ratio: evenly spread in any dimension, without a seed.</summary>
    private static double[] QuasiRandom(int index, int channels)
    {
        double ratio = GeneralisedGoldenRatio(channels);
        return [.. Enumerable.Range(1, channels).Select(channel => (2 * Fraction(0.5 + (index * Math.Pow(ratio, -channel)))) - 1)];
    }

    /// <summary>The positive root of x^(d+1) = x + 1.</summary>
    private static double GeneralisedGoldenRatio(int dimension)
    {
        const int Iterations = 64;
        double x = 2;
        for (int i = 0; i < Iterations; i++)
        {
            x = Math.Pow(1 + x, 1.0 / (dimension + 1));
        }

        return x;
    }

    private static double Fraction(double value) => value - Math.Floor(value);

    private static double[] Filled(int channels, double value)
    {
        double[] row = new double[channels];
        row.AsSpan().Fill(value);
        return row;
    }

    private static double[] Single(int channels, int channel, double value)
    {
        double[] row = new double[channels];
        row[channel] = value;
        return row;
    }
}
