using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Core.Units;
using Interlock.Datasets.Writing;

namespace Interlock.Datasets.Tests.Writing;

/// <summary>Episodes with awkward numbers.</summary>
internal static class WrittenSample
{
    private static readonly double[] Awkward = [0.1, -0.0, double.Epsilon, 1e15, 1.0 / 3, -123456789.123456789, 1e-300];

    public static EpisodeSourceDescription Description { get; } = new()
    {
        Location = "run.mcap",
        Format = "mcap",
        RateHz = 50,
        ActionChannels = ["pan.pos", "lift.pos", "grip, \"left\""],
        ActionUnits = [ChannelUnit.Degree, ChannelUnit.Degree, ChannelUnit.Percent],
        StateChannels = ["pan.pos", "lift.pos", "grip, \"left\""],
        RobotType = "arm",
    };

    public static WrittenEpisode Episode(int length, ulong seed, string? task = "push", bool? success = true)
    {
        SeededRandom random = new(seed);
        return new WrittenEpisode
        {
            Episode = new Episode
            {
                Index = 7,
                Length = length,
                Actions = Numbers(length * 3, random),
                ActionDimension = 3,
                States = Numbers(length * 3, random),
                StateDimension = 3,
                TimestampsS = [.. Enumerable.Range(0, length).Select(i => i / 50.0)],
                Task = task,
                Success = success,
            },
            Interventions = [.. Enumerable.Range(0, length).Select(i => i % 3 == 0)],
        };
    }

    public static void Write(EpisodeFileFormat format, string target, params WrittenEpisode[] episodes)
    {
        using IEpisodeWriter writer = EpisodeWriters.Create(format, target, Description);
        Array.ForEach(episodes, writer.Add);
        writer.Complete();
    }

    private static double[] Numbers(int count, SeededRandom random) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < 0.2 ? Awkward[(int)(random.NextDouble() * Awkward.Length)] : random.NextDouble() - 0.5)];
}
