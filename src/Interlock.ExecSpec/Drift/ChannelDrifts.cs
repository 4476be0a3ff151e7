using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Drift;

/// <summary>Gathers one channel over the positions in the chunk.</summary>
internal static class ChannelDrifts
{
    public static ChannelDrift Of(ActionChannel channel, int index, MismatchTransform transform, CertifiedStatistics statistics, AffineMap loaded)
    {
        int[] timesteps = [.. Enumerable.Range(0, transform.Timesteps)];
        int worst = timesteps.MaxBy(timestep => transform[timestep, index].Worst);
        return new ChannelDrift
        {
            Channel = channel,
            Mismatch = transform[worst, index],
            Timestep = worst,
            MeanAbsolute = timesteps.Average(timestep => transform[timestep, index].MeanAbsolute),
            Rms = MeanSquareRoot(timesteps.Select(timestep => (double?)transform[timestep, index].Rms))!.Value,
            Worst = transform[worst, index].Worst,
            DemoRms = MeanSquareRoot(timesteps.Select(timestep => statistics.Standardised(timestep, index) is { } z
                ? transform[timestep, index].RmsOver(z.Mean, z.Std)
                : (double?)null)),
            OutsideRange = RangeVisibility.Mean(timesteps.Select(timestep => timestep < loaded.Timesteps || loaded.Timesteps == 1
                ? RangeVisibility.Outside(statistics.Range(timestep, index), loaded.ScaleAt(timestep)[index], loaded.OffsetAt(timestep)[index])
                : null)),
        };
    }

    private static double? MeanSquareRoot(IEnumerable<double?> values)
    {
        double?[] all = [.. values];
        return all.Any(value => value is null) ? null : all.Length == 1 ? all[0] : Math.Sqrt(all.Average(value => value * value)!.Value);
    }
}
