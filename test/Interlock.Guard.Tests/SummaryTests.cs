using Interlock.Core.Contract;

namespace Interlock.Guard.Tests;

public sealed class SummaryTests
{
    [Fact]
    public void A_non_finite_value_counts_as_a_change_and_does_not_spoil_the_largest_one()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint("a"), Arms.Joint("b")));
        guard.BeginEpisode([0.0, 0.0]);
        double[] safe = new double[2];
        guard.Step([0.3, 0.0], safe);
        guard.Step([double.NaN, 0.0], safe);

        Reports.GuardSummary summary = guard.EpisodeSummary();

        Assert.Equal((2, 0), (summary.Channels[0].Interventions, summary.Channels[1].Interventions));
        Assert.Equal(0.2, summary.Channels[0].LargestClip, 12);
    }

    [Fact]
    public void In_monitor_mode_the_summary_counts_what_would_have_been_changed()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()) with { Mode = GuardMode.Monitor });
        guard.BeginEpisode([0.0]);
        guard.Step(0.3);

        Reports.ChannelTally channel = guard.EpisodeSummary().Channels[0];

        Assert.Equal((1, 0.1), (channel.Interventions, channel.LargestMotion));
        Assert.Equal(0.2, channel.LargestClip, 12);
    }

    [Fact]
    public void The_clip_fraction_of_a_channel_without_a_span_is_a_number()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint(min: null, max: null, maxStep: null) with { MaxAcceleration = 1 }));
        guard.BeginEpisode([1e308]);

        guard.Step(0, out StepResult far);
        guard.Step(-1e308, out StepResult infinitelyFar);

        Assert.Equal((Verdict.Clip, 0), (far.Verdict, far.ClipFraction));
        Assert.Equal((Verdict.Clip, double.PositiveInfinity), (infinitelyFar.Verdict, infinitelyFar.ClipFraction));
    }
}
