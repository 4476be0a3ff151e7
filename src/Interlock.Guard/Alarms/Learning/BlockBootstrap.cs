using System.Runtime.CompilerServices;
using Interlock.Core.Randomness;
using Interlock.Guard.Calibration.Numerics;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>
/// Block bootstrap of a CUSUM whose blocks are whole calibration episodes, so that all dependence within an episode is
/// kept; what single episodes may do beyond the sample is continued by <see cref="PeakTail"/>. Episodes
/// follow each other without a reset: that can only raise S, so a guard that does reset alarms less often.
/// </summary>
internal sealed class BlockBootstrap(IReadOnlyList<bool[]> episodes, SeededRandom random)
{
    // So many alarms are simulated that their number is known to a third; the resamples average that out.
    private const int WantedAlarms = 10;
    private const int FewBlocks = 1 << 10;
    private const int ManyBlocks = 1 << 15;

    private readonly double _stepsPerEpisode = episodes.Average(episode => (double)episode.Length);

    /// <summary>Threshold that alarms at most <paramref name="alarmsPerStep"/> times a step on the calibration episodes as they are.</summary>
    public double Threshold(double reference, double alarmsPerStep)
    {
        int[] all = [.. Enumerable.Range(0, episodes.Count)];
        return Threshold(BlocksAt(reference), all, alarmsPerStep);
    }

    /// <summary>The same for <paramref name="resamples"/> re-drawn sets of calibration episodes: how uncertain it is.</summary>
    public double[] ResampledThresholds(double reference, double alarmsPerStep, int resamples)
    {
        AnomalyBlock[] blocks = BlocksAt(reference);
        double[] thresholds = new double[resamples];
        int[] drawn = new int[episodes.Count];
        for (int i = 0; i < resamples; i++)
        {
            for (int e = 0; e < drawn.Length; e++)
            {
                drawn[e] = random.NextInt(episodes.Count);
            }

            thresholds[i] = Threshold(blocks, drawn, alarmsPerStep);
        }

        return thresholds;
    }

    private AnomalyBlock[] BlocksAt(double reference) => [.. episodes.Select(episode => AnomalyBlock.Of(episode, reference))];

    private double Threshold(AnomalyBlock[] blocks, int[] pool, double alarmsPerStep)
    {
        double blocksWanted = WantedAlarms / alarmsPerStep / _stepsPerEpisode;
        int count = (int)Math.Clamp(blocksWanted, FewBlocks, ManyBlocks);
        double[] peaks = Peaks(blocks, pool, count);
        double allowed = alarmsPerStep * count * _stepsPerEpisode;
        int top = Math.Min(count, (int)allowed + 1);
        Selection.LargestFirst(peaks, top);
        Span<double> largest = peaks.AsSpan(0, top);
        largest.Sort();
        largest.Reverse();
        double simulated = largest[Math.Min((int)allowed, top - 1)];
        double continued = PeakTail.Level([.. pool.Select(episode => blocks[episode].Peak)], alarmsPerStep * _stepsPerEpisode);
        return Math.Max(simulated, continued);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] Peaks(AnomalyBlock[] blocks, int[] pool, int count)
    {
        double[] peaks = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            AnomalyBlock block = blocks[pool[random.NextInt(pool.Length)]];
            peaks[i] = Math.Max(block.Peak, sum + block.HighestRise);
            sum = Math.Max(block.End, sum + block.Drift);
        }

        return peaks;
    }
}
