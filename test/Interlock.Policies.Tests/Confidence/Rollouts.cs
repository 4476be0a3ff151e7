using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Policies.Confidence;

namespace Interlock.Policies.Tests.Confidence;

/// <summary>Made-up episodes of a sampling policy: each has its own spread and its own offset, as real ones do.</summary>
internal static class Rollouts
{
    public const int Steps = 6;

    public static PolicyDescription Policy { get; } = Asking.Shape(2, 4, 3);

    public static ConfidenceSettings Settings { get; } = new()
    {
        ChannelSpans = [2, 2],
        Samples = SampleOrigin.Sampling,
        Overlap = OverlapKind.Executed,
        Reference = StateReference.Fit(Demonstrations(40), new() { Points = 64 }),
    };

    public static IEnumerable<Episode> Demonstrations(int count) => Enumerable.Range(0, count).Select(index =>
    {
        SeededRandom random = new((ulong)index + 1_000_000);
        return new Episode
        {
            Index = index,
            Length = 20,
            Actions = new double[20],
            ActionDimension = 1,
            States = [.. Enumerable.Range(0, 40).Select(_ => random.NextNormal())],
            StateDimension = 2,
        };
    });

    /// <summary>Measures one episode.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="seed">Of the episode.</param>
    /// <param name="spread">Factor on the disagreement of the samples.</param>
    /// <param name="offset">Shift of the state, standard deviations.</param>
    public static List<ConfidenceReading> Measure(ConfidenceMeter meter, ulong seed, double spread = 1, double offset = 0)
    {
        SeededRandom random = new(seed);
        double own = spread * Math.Exp(0.2 * random.NextNormal());
        PolicyChunk chunk = new(4, 2, 3);
        List<ConfidenceReading> readings = [];
        meter.BeginEpisode();
        for (int step = 0; step < Steps; step++)
        {
            chunk.Reset(4, 3);
            chunk.ObservedAtStep = 2 * step;
            for (int sample = 0; sample < 3; sample++)
            {
                foreach (ref double value in chunk.Sample(sample))
                {
                    value = own * 0.1 * random.NextNormal();
                }
            }

            readings.Add(meter.Measure(chunk, Asking.Seen(2 * step, offset + random.NextNormal(), random.NextNormal())));
        }

        return readings;
    }

    public static ConfidenceCalibration Calibrate(ConfidenceSettings settings, double alpha, int episodes, ulong firstSeed)
    {
        ConfidenceMeter meter = new(settings, Policy);
        ConfidenceCalibrator calibrator = new(settings, alpha);
        for (int episode = 0; episode < episodes; episode++)
        {
            foreach (ConfidenceReading reading in Measure(meter, firstSeed + (ulong)episode))
            {
                calibrator.Observe(reading);
            }

            calibrator.EndEpisode();
        }

        return calibrator.Finish();
    }
}
