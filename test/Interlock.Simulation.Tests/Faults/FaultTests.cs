using Interlock.Simulation.Episodes;
using Interlock.Simulation.Faults;
using Interlock.Simulation.Policies;

namespace Interlock.Simulation.Tests.Faults;

public sealed class FaultTests
{
    private const int Onset = 100;
    private const int Joints = 6;

    public static TheoryData<string> Names => [.. FaultCatalogue.All(0).Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_before_the_onset_is_as_without_the_fault(string name)
    {
        EpisodeOutcome healthy = PickAndPlaceEpisode.Run(21);

        EpisodeOutcome faulty = PickAndPlaceEpisode.Run(21, fault: Fault(name, Onset));

        int same = Onset * faulty.Episode.ActionDimension;
        Assert.Equal(healthy.Episode.Actions[..same], faulty.Episode.Actions[..same]);
        Assert.NotEqual(healthy.Episode.Action(Onset + 8).ToArray(), faulty.Episode.Action(Onset + 8).ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_from_the_very_first_step_is_possible(string name)
    {
        EpisodeOutcome faulty = PickAndPlaceEpisode.Run(21, fault: Fault(name, 0));

        Assert.True(faulty.Episode.Length > 0);
    }

    [Fact]
    public void Nan_spoils_every_channel_for_its_duration_only()
    {
        ActionChunk chunk = Spoil(new NanFault(Onset, steps: 3), firstStep: Onset - 2);

        Assert.Equal([false, false, true, true, true, false, false, false], Rows(chunk, row => row.ToArray().All(double.IsNaN)));
    }

    [Fact]
    public void Chunk_jump_moves_the_joints_by_its_size_and_leaves_the_gripper()
    {
        ActionChunk chunk = Spoil(new ChunkJumpFault(Onset, sizeRad: 0.7, steps: 4), firstStep: Onset);

        Assert.Equal(0.7, Distance(chunk.Row(0)), 12);
        Assert.Equal(0.7, Distance(chunk.Row(3)), 12);
        Assert.Equal(0, Distance(chunk.Row(4)));
        Assert.Equal(1, chunk.Row(0)[^1]);
    }

    [Fact]
    public void Oscillation_changes_sides_every_other_step_and_goes_on()
    {
        ActionChunk chunk = Spoil(new OscillationFault(Onset, amplitudeRad: 0.2), firstStep: Onset + 80);
        double[] first = [.. Rows(chunk, row => row[0] - 1)];

        Assert.Equal([1, 1, -1, -1, 1, 1, -1, -1], first.Select(value => Math.Sign(value * first[0])));
        Assert.Equal(0.2, Distance(chunk.Row(0)), 12);
    }

    [Fact]
    public void Freeze_repeats_the_last_good_action_for_good()
    {
        EpisodeOutcome outcome = PickAndPlaceEpisode.Run(21, fault: new FreezeFault(Onset));
        double[] last = outcome.Episode.Action(Onset - 1).ToArray();

        for (int step = Onset; step < outcome.Episode.Length; step++)
        {
            Assert.Equal(last, outcome.Episode.Action(step).ToArray());
        }
    }

    [Fact]
    public void Stale_repeats_the_last_chunk_and_its_age_grows()
    {
        Ages ages = new();

        EpisodeOutcome outcome = PickAndPlaceEpisode.Run(21, fault: new StaleFault(104), filter: ages);

        Assert.Equal(outcome.Episode.Action(96).ToArray(), outcome.Episode.Action(104).ToArray());
        Assert.Equal(outcome.Episode.Action(103).ToArray(), outcome.Episode.Action(111).ToArray());
        Assert.True(ages.Seconds.Take(104).Max() <= 7 / 30.0 + 1e-9);
        Assert.Equal((200 - 96) / 30.0, ages.Seconds[200], 9);
    }

    [Fact]
    public void Out_of_range_sends_one_joint_beyond_any_range()
    {
        ActionChunk chunk = Spoil(new OutOfRangeFault(Onset), firstStep: Onset);

        Assert.Equal(1, chunk.Row(0)[..Joints].ToArray().Count(value => Math.Abs(value) > 2 * Math.PI));
    }

    [Fact]
    public void Slow_drift_grows_by_the_stated_rate_and_is_hidden_from_the_policy()
    {
        SlowDriftFault fault = new(Onset, radPerStep: 0.01);
        ActionChunk chunk = Spoil(fault, firstStep: Onset);
        double[] seen = Enumerable.Repeat(1.0, Joints + 1).ToArray();
        double[] shifted = chunk.Row(4).ToArray();

        fault.DistortObservation(Onset + 5, shifted);

        Assert.Equal(0.01, Distance(chunk.Row(0)), 12);
        Assert.Equal(0.05, Distance(chunk.Row(4)), 12);
        Assert.All(seen.Zip(shifted), pair => Assert.Equal(pair.First, pair.Second, 12));
    }

    [Fact]
    public void Unit_mix_up_turns_radians_into_degrees_on_joints()
    {
        ActionChunk chunk = Spoil(new UnitMixUpFault(Onset), firstStep: Onset);

        Assert.Equal(180 / Math.PI, chunk.Row(0)[0], 12);
        Assert.Equal(1, chunk.Row(0)[^1]);
    }

    [Fact]
    public void Nan_without_a_guard_drives_the_arm_at_motor_speed()
    {
        EpisodeOutcome outcome = PickAndPlaceEpisode.Run(21, fault: new NanFault(Onset));

        Assert.True(outcome.Extremes.PeakJointSpeedRadPerS > 2.5);
    }

    private static PolicyFault Fault(string name, int onset) => FaultCatalogue.All(onset).Single(fault => fault.Name == name);

    private static ActionChunk Spoil(PolicyFault fault, int firstStep)
    {
        ActionChunk chunk = new(8, Joints + 1) { FirstStep = firstStep, ObservedAtStep = firstStep };
        chunk.Actions.AsSpan().Fill(1);
        fault.Reset(seed: 4, Joints);
        fault.Corrupt(chunk);
        return chunk;
    }

    private static IEnumerable<T> Rows<T>(ActionChunk chunk, Func<ReadOnlySpan<double>, T> read) =>
        Enumerable.Range(0, chunk.Horizon).Select(row => read(chunk.Row(row)));

    private static double Distance(ReadOnlySpan<double> row) =>
        Math.Sqrt(row.ToArray().Sum(value => (value - 1) * (value - 1)));

    private sealed class Ages : IActionFilter
    {
        public List<double> Seconds { get; } = [];

        public void Begin(ReadOnlySpan<double> measured) => Seconds.Clear();

        public void ObserveChunk(ReadOnlySpan<double> actions, int horizon)
        {
        }

        public void Filter(in ProposedAction proposed, Span<double> executed)
        {
            Seconds.Add(proposed.AgeS);
            proposed.Raw.CopyTo(executed);
        }
    }
}
