using Interlock.Core.Statistics;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.Faults;
using Interlock.Simulation.PickAndPlace;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Tests.Episodes;

public sealed class PickAndPlaceEpisodeTests
{
    [Fact]
    public void Without_a_fault_at_least_95_percent_of_episodes_succeed()
    {
        const int episodes = 300;
        int successes = Enumerable.Range(1, episodes).Count(seed => PickAndPlaceEpisode.Run((ulong)seed).Success);

        Assert.True(WilsonInterval.Of(successes, episodes).Low >= 0.95, $"{successes} of {episodes}");
    }

    [Fact]
    public void Normal_episodes_neither_touch_the_table_nor_reach_the_speed_of_the_motors()
    {
        for (ulong seed = 1; seed <= 40; seed++)
        {
            MotionExtremes extremes = PickAndPlaceEpisode.Run(seed).Extremes;

            Assert.Equal(0, extremes.PeakForceN);
            Assert.InRange(extremes.PeakJointSpeedRadPerS, 0.5, 2.5);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        Assert.Equal(StateHash.Of(PickAndPlaceEpisode.Run(42)), StateHash.Of(PickAndPlaceEpisode.Run(42)));
        Assert.NotEqual(StateHash.Of(PickAndPlaceEpisode.Run(42)), StateHash.Of(PickAndPlaceEpisode.Run(43)));
    }

    [Fact]
    public void A_faulty_episode_with_the_same_seed_gives_the_same_bytes()
    {
        foreach ((PolicyFault first, PolicyFault second) in FaultCatalogue.All(90).Zip(FaultCatalogue.All(90)))
        {
            string hash = StateHash.Of(PickAndPlaceEpisode.Run(7, fault: first));

            Assert.Equal(hash, StateHash.Of(PickAndPlaceEpisode.Run(7, fault: second)));
            Assert.Equal(hash, StateHash.Of(PickAndPlaceEpisode.Run(7, fault: first)));
        }
    }

    [Fact]
    public void A_filter_that_changes_nothing_changes_nothing()
    {
        Assert.Equal(StateHash.Of(PickAndPlaceEpisode.Run(5)), StateHash.Of(PickAndPlaceEpisode.Run(5, filter: new PassThrough())));
    }

    [Fact]
    public void A_filter_decides_what_the_arm_does_while_the_recording_keeps_the_raw_action()
    {
        HoldStart filter = new();

        EpisodeOutcome outcome = PickAndPlaceEpisode.Run(5, filter: filter);

        Assert.False(outcome.Success);
        Assert.True(outcome.Extremes.PeakJointSpeedRadPerS < 0.05);
        Assert.NotEqual(outcome.Episode.Actions, outcome.ExecutedActions);
        Assert.Equal(outcome.Episode.Length, filter.Steps);
        Assert.Equal((outcome.Episode.Length + ScriptedPolicy.ReplanEvery - 1) / ScriptedPolicy.ReplanEvery, filter.Chunks);
    }

    [Fact]
    public void Recorded_episodes_have_one_row_per_step_at_30_hertz()
    {
        EpisodeOutcome outcome = PickAndPlaceEpisode.Run(5, index: 3);
        int length = outcome.Episode.Length;

        Assert.Equal(3, outcome.Episode.Index);
        Assert.Equal(length * TableArm.Description.ChannelCount, outcome.Episode.Actions.Length);
        Assert.Equal(length * TableArm.Description.ChannelCount, outcome.Episode.States!.Length);
        Assert.Equal((length - 1) / 30.0, outcome.Episode.TimestampsS![^1], 12);
        Assert.True(outcome.Episode.Success);
    }

    private sealed class HoldStart : IActionFilter
    {
        private double[] _start = [];

        public int Steps { get; private set; }

        public int Chunks { get; private set; }

        public void Begin(ReadOnlySpan<double> measured) => _start = measured.ToArray();

        public void ObserveChunk(ReadOnlySpan<double> actions, int horizon) => Chunks++;

        public void Filter(in ProposedAction proposed, Span<double> executed)
        {
            Steps++;
            _start.CopyTo(executed);
        }
    }
}
