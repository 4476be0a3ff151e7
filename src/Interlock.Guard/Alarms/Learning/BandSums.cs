using Interlock.Guard.Monitors;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>Sums per time bin of one monitor's sliding mean over the fit episodes.</summary>
internal sealed class BandSums(MonitorInfo info, int window, int binSteps, int bins)
{
    // A bin that fewer than a fifth of the episodes reach says more about those than about the time.
    private const double SmallestShareOfEpisodes = 0.2;

    // The spread at one time may be small by chance; a tenth of the spread over all times is not.
    private const double SmallestShareOfSpread = 0.1;

    private const double ShareOfOneStep = 0.1;
    private const double ShareOfValue = 0.01;

    private readonly SlidingMean _window = new(window);
    private readonly double[] _sum = new double[bins];
    private readonly double[] _squares = new double[bins];
    private readonly long[] _count = new long[bins];
    private readonly int[] _episodes = new int[bins];
    private int _lastBin = -1;
    private int _episodeCount;

    public void StartEpisode()
    {
        _window.Reset();
        _lastBin = -1;
        _episodeCount++;
    }

    public void Observe(int step, double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        double mean = _window.Add(value);
        int bin = Math.Min(step / binSteps, bins - 1);
        _sum[bin] += mean;
        _squares[bin] += mean * mean;
        _count[bin]++;
        _episodes[bin] += bin == _lastBin ? 0 : 1;
        _lastBin = bin;
    }

    /// <summary>The band; null when the monitor had no value. A value that never changed has a band of <see cref="StillSpread"/>.</summary>
    public FunctionalBand? Band()
    {
        long n = _count.Sum();
        if (n == 0)
        {
            return null;
        }

        double pooled = Spread(_sum.Sum(), _squares.Sum(), n);
        double still = StillSpread(_sum.Sum() / n);
        (double[] mean, double[] spread) = Profile();
        Smooth(mean);
        Smooth(spread);
        return new FunctionalBand
        {
            Monitor = info.Name,
            WorseWhen = info.WorseWhen,
            WindowSteps = window,
            BinSteps = binSteps,
            Mean = mean,
            Modulation = [.. spread.Select(value => pooled > 0 ? Math.Max(value, SmallestShareOfSpread * pooled) : still)],
        };
    }

    /// <summary>
    /// A tenth of what one yes among the averaged steps adds to their mean, or a hundredth of the value where that is more: the first stall
    /// ever then stands ten spreads above a mean of 0 at its first step, and rounding stands nowhere.
    /// </summary>
    private double StillSpread(double value) => Math.Max(ShareOfOneStep / window, ShareOfValue * Math.Abs(value));

    private (double[] Mean, double[] Spread) Profile()
    {
        int[] usable = [.. Enumerable.Range(0, bins).Where(bin => _episodes[bin] >= Math.Max(1, SmallestShareOfEpisodes * _episodeCount))];
        int[] source = usable.Length > 0 ? usable : [.. Enumerable.Range(0, bins).Where(bin => _count[bin] > 0)];
        int[] carried = [.. Enumerable.Range(0, source[^1] + 1).Select(bin => source.LastOrDefault(from => from <= bin, source[0]))];
        return ([.. carried.Select(bin => _sum[bin] / _count[bin])], [.. carried.Select(bin => Spread(_sum[bin], _squares[bin], _count[bin]))]);
    }

    private static double Spread(double sum, double squares, long count)
    {
        double mean = sum / count;
        double variance = (squares / count) - (mean * mean);

        // Below the rounding of the sums there is no spread at all.
        const double rounding = 1e-12;
        return variance > rounding * squares / count ? Math.Sqrt(variance) : 0;
    }

    private static void Smooth(double[] values)
    {
        double previous = values[0];
        for (int i = 0; i < values.Length; i++)
        {
            double next = values[Math.Min(i + 1, values.Length - 1)];
            double smoothed = (previous + (2 * values[i]) + next) / 4;
            previous = values[i];
            values[i] = smoothed;
        }
    }
}
