using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors;

namespace Interlock.Bench.Monitors;

/// <summary>A seeded arm motion with sines, noise and a gripper, and models that keep every monitor busy.</summary>
internal sealed class MonitorsFixture
{
    private const int StepCount = 4096;

    // As many scores as calibration keeps in a model.
    private const int ScoreCount = 2047;
    private const double RateHz = 30;
    private const int ChunkLength = 16;

    private readonly double[] _actions;

    public MonitorsFixture(int channelCount)
    {
        ChannelCount = channelCount;
        SafetyContract contract = new()
        {
            Name = "bench",
            RateHz = RateHz,
            Channels = [.. Enumerable.Range(0, channelCount).Select(ChannelOf)],
        };
        Layout = new ChannelLayout(contract);
        Limits = MonitorLimits.Of(contract, Layout);
        SeededRandom random = new(seed: 7);
        _actions = ActionsOf(channelCount, random);
        Models = ModelsOf(channelCount, random);
    }

    public int ChannelCount { get; }

    public ChannelLayout Layout { get; }

    public MonitorLimits Limits { get; }

    public MonitorModels Models { get; }

    public ReadOnlySpan<double> Action(int step) => _actions.AsSpan(step % StepCount * ChannelCount, ChannelCount);

    public static StepFacts Facts(int step) => new() { LatencyMs = 12, ChunkStart = step % ChunkLength == 0 };

    private ChannelContract ChannelOf(int index) => new()
    {
        Name = $"joint_{index}",
        Role = index == ChannelCount - 1 ? ChannelRole.Gripper : ChannelRole.Joint,
        Min = -3,
        Max = 3,
        MaxStep = 0.1,
    };

    private static double[] ActionsOf(int channelCount, SeededRandom random)
    {
        double[] actions = new double[StepCount * channelCount];
        for (int t = 0; t < StepCount; t++)
        {
            for (int j = 0; j < channelCount; j++)
            {
                actions[(t * channelCount) + j] = Math.Sin(0.05 * (j + 1) * t) + (0.01 * random.NextNormal());
            }
        }

        return actions;
    }

    private static MonitorModels ModelsOf(int channelCount, SeededRandom random)
    {
        double[] ones = [.. Enumerable.Repeat(1.0, channelCount)];
        double[] zeros = new double[channelCount];
        double[] triangle = new double[channelCount * channelCount];
        double[] identity = new double[channelCount * channelCount];
        for (int i = 0; i < channelCount; i++)
        {
            identity[(i * channelCount) + i] = 1;
            for (int j = 0; j <= i; j++)
            {
                triangle[(i * channelCount) + j] = random.NextNormal();
            }
        }

        double[] scores = [.. Enumerable.Range(0, ScoreCount).Select(_ => Math.Abs(random.NextNormal())).Order()];
        return new MonitorModels
        {
            Conformal = new ConformalModel(zeros, ones, scores),
            Mahalanobis = new MahalanobisModel(zeros, triangle, 0.1),
            LinearPredictability = new LinearPredictabilityModel(ones, zeros, ones),
            Correlation = new CorrelationModel(identity),
            Energy = new EnergyModel(channelCount, 1),
        };
    }
}
