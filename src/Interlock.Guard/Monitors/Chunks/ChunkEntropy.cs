using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Chunks;

/// <summary>
/// How much a policy's own samples of a chunk disagree: the entropy of their histogram, summed over horizon and channels,
/// in nats; renewed with every
/// chunk, mean over chunks. H = −Σ_h Σ_j Σ_b p_{hjb} ln p_{hjb}, p the share of samples in bin b; bins are a tenth of the
/// channel's demonstration scale wide and
/// one of them is centred on the samples' mean. NaN for fewer than two samples.
/// <para>Source: action-chunk entropy of FIPER (arXiv 2510.09459). The published toolkit has no such monitor.</para>
/// </summary>
internal sealed class ChunkEntropy : IMonitor
{
    /// <summary>Width of a histogram bin, in demonstration scales.</summary>
    internal const double BinWidth = 0.1;

    /// <summary>Samples that are looked at; more add time and no information at this resolution.</summary>
    internal const int LargestSampleCount = 64;

    private readonly double[]? _scale;
    private readonly double[] _period;
    private readonly double[] _logShare = new double[LargestSampleCount + 1];
    private int _logSampleCount;
    private RunningMean _episode;

    public ChunkEntropy(ChannelLanes channels, ConformalModel? model)
    {
        _scale = model?.Scale;
        _period = channels.Layout.WrapPeriod;
    }

    public MonitorInfo Info { get; } = new(
        "chunk_entropy", "nat", MonitorDirection.Higher, "Disagreement between the policy's samples of a chunk");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        // Changes only when a chunk arrives.
    }

    public void ObserveChunk(ReadOnlySpan<double> chunk, int sampleCount, int horizon)
    {
        StepValue = double.NaN;
        if (_scale is null || sampleCount < 2)
        {
            return;
        }

        double entropy = Entropy(chunk, Math.Min(sampleCount, LargestSampleCount), horizon * _scale.Length);
        if (double.IsFinite(entropy))
        {
            StepValue = entropy;
            _episode.Add(entropy);
        }
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
    }

    private double Entropy(ReadOnlySpan<double> chunk, int sampleCount, int sampleStride)
    {
        PrepareLogarithms(sampleCount);
        Span<double> bins = stackalloc double[LargestSampleCount];
        bins = bins[..sampleCount];
        double entropy = 0;
        for (int at = 0; at < sampleStride; at++)
        {
            Bin(chunk[at..], sampleStride, at % _scale!.Length, bins);
            entropy += EntropyOf(bins);
        }

        return entropy;
    }

    private void Bin(ReadOnlySpan<double> samples, int stride, int channel, Span<double> bins)
    {
        double first = samples[0];
        double mean = 0;
        for (int s = 0; s < bins.Length; s++)
        {
            bins[s] = Wrapping.Difference(samples[s * stride], first, _period[channel]);
            mean += bins[s] / bins.Length;
        }

        double width = BinWidth * _scale![channel];
        for (int s = 0; s < bins.Length; s++)
        {
            bins[s] = Math.Round((bins[s] - mean) / width);
        }
    }

    // A sample in a bin of c samples contributes −ln(c/S)/S, which needs no table of bins.
    private double EntropyOf(ReadOnlySpan<double> bins)
    {
        double sum = 0;
        foreach (double bin in bins)
        {
            int inBin = 0;
            foreach (double other in bins)
            {
                inBin += other == bin ? 1 : 0;
            }

            sum += inBin == 0 ? double.NaN : _logShare[inBin];
        }

        return -sum / bins.Length;
    }

    private void PrepareLogarithms(int sampleCount)
    {
        if (_logSampleCount == sampleCount)
        {
            return;
        }

        for (int c = 1; c <= sampleCount; c++)
        {
            _logShare[c] = Math.Log((double)c / sampleCount);
        }

        _logSampleCount = sampleCount;
    }
}
