using System.Text.Json;
using Interlock.Core.Episodes;
using Interlock.Simulation.Displacements;
using Interlock.Simulation.Recordings;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Tests.Displacements;

public sealed class DisplacementStatisticsTests
{
    [Fact]
    public void Statistics_count_every_step_of_every_demonstration()
    {
        DisplacementStatistics statistics = DisplacementStatistics.Of("key", [Recorded(0, 1, 2), Recorded(3, 4)]);

        Assert.Equal(5, statistics.Transitions);
        Assert.Equal(2, statistics.Trajectories);
        Assert.Equal(0, statistics.Min[0]);
        Assert.Equal(4, statistics.Max[0]);
        Assert.Equal(2, statistics.Mean[0], 12);
        Assert.Equal(Math.Sqrt(2), statistics.Std[0], 12);
        Assert.Equal(0.04, statistics.Q01[0], 12);
        Assert.Equal(3.96, statistics.Q99[0], 12);
        Assert.Equal([true, false], statistics.Mask);
    }

    [Fact]
    public void The_tasks_differ_where_the_arm_turns_to_the_side()
    {
        DisplacementStatistics left = DisplacementSet.Record(TableTask.ToLeft, 20, seed: 1).Statistics;
        DisplacementStatistics right = DisplacementSet.Record(TableTask.ToRight, 20, seed: 1).Statistics;

        double centreLeft = (left.Q01[0] + left.Q99[0]) / 2;
        double centreRight = (right.Q01[0] + right.Q99[0]) / 2;
        Assert.True(centreLeft - centreRight > 0.002, $"{centreLeft} {centreRight}");
    }

    [Fact]
    public void The_file_has_the_form_of_an_openvla_statistics_file()
    {
        using MemoryStream stream = new();
        DisplacementStatistics statistics = DisplacementStatistics.Of("key", [Recorded(0, 1, 2)]);

        DatasetStatisticsWriter.Write(stream, [statistics]);

        JsonElement entry = JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("key");
        Assert.Equal(3, entry.GetProperty("num_transitions").GetInt32());
        Assert.Equal(1, entry.GetProperty("num_trajectories").GetInt32());
        JsonElement action = entry.GetProperty("action");
        Assert.Equal(statistics.Q99, action.GetProperty("q99").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal(statistics.Mask, action.GetProperty("mask").EnumerateArray().Select(value => value.GetBoolean()));
        Assert.All(["mean", "std", "min", "max", "q01"], name => Assert.Equal(2, action.GetProperty(name).GetArrayLength()));
    }

    private static DisplacementDemonstration Recorded(params double[] joint)
    {
        Episode episode = new()
        {
            Index = 0,
            Length = joint.Length,
            Actions = [.. joint.SelectMany(value => (double[])[value, 1])],
            ActionDimension = 2,
        };
        return new DisplacementDemonstration { Seed = 0, Task = TableTask.ToLeft, Actions = episode, Targets = episode };
    }
}
