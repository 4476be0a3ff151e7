using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Core.Units;
using Interlock.Policies.Local;
using Xunit;

namespace Interlock.Policies.Tests.Local;

public sealed class RecordedPolicyTests
{
    private static Episode Recorded { get; } = new() { Index = 7, Length = 5, ActionDimension = 1, Actions = [0, 1, 2, double.NaN, 4] };

    [Fact]
    public void Row_i_is_the_action_of_step_s_plus_i()
    {
        using RecordedPolicy policy = RecordedPolicy.Open(new OneEpisode(Recorded), 7, new() { Rows = 3 });
        PolicyChunk chunk = policy.Ask(1);
        Assert.Equal([1, 2, double.NaN], chunk.Actions.ToArray());
        Assert.Equal(1, chunk.ObservedAtStep);
    }

    [Fact]
    public void The_end_of_the_episode_is_starvation()
    {
        using RecordedPolicy policy = new(Recorded, "recording", new() { Rows = 3 });
        Assert.Equal(1, policy.Ask(4).Rows);
        Assert.Equal(0, policy.Ask(5).Rows);
        Assert.Equal(0, policy.Ask(long.MaxValue).Rows);
        Assert.Equal(0, policy.Ask(-1).Rows);
    }

    [Fact]
    public void Or_it_begins_again()
    {
        using RecordedPolicy policy = new(Recorded, "recording", new() { Rows = 3, Repeat = true });
        Assert.Equal([4, 0, 1], policy.Ask(9).Actions.ToArray());
    }

    [Fact]
    public void An_episode_that_is_not_there_is_refused() => Assert.Equal(
        "PO177",
        Assert.Throws<DiagnosticException>(() => RecordedPolicy.Open(new OneEpisode(Recorded), 8)).Diagnostics[0].Code);

    private sealed class OneEpisode(Episode episode) : IEpisodeSource
    {
        public EpisodeSourceDescription Description { get; } =
            new() { Location = "memory", Format = "npy", ActionChannels = ["a"], ActionUnits = [ChannelUnit.None] };

        public IEnumerable<Episode> ReadEpisodes() => [episode];
    }
}
