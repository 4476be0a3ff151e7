using Interlock.Core.Diagnostics;
using Interlock.Policies.Remote;

namespace Interlock.Policies.Tests.Remote;

public sealed class LinkKeeperTests
{
    private static readonly Diagnostic Finding = new("PO102", DiagnosticSeverity.Error, "cut");

    [Fact]
    public async Task Delays_double_up_to_the_longest_and_are_shortened_by_at_most_half()
    {
        double[] delays = await DelaysAsync(seed: 3);
        double[] longest = [0.1, 0.2, 0.4, 0.8, 1.6, 2, 2, 2];
        Assert.All(delays.Zip(longest), pair => Assert.InRange(pair.First, pair.Second / 2, pair.Second));
        Assert.NotEqual(delays[6], delays[7]);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_delays_and_another_seed_others()
    {
        Assert.Equal(await DelaysAsync(seed: 3), await DelaysAsync(seed: 3));
        Assert.NotEqual(await DelaysAsync(seed: 3), await DelaysAsync(seed: 4));
    }

    [Fact]
    public void An_answer_ends_the_row_of_failures_and_a_connection_alone_does_not()
    {
        ManualTime time = new();
        LinkKeeper keeper = new(new RetryOptions(), 1, time);
        keeper.Connected();
        keeper.Failed(Finding);
        time.Advance(TimeSpan.FromSeconds(1));
        keeper.Connected();
        Assert.Equal((LinkState.Up, 1, 2), (keeper.Link.State, keeper.Link.Attempts, keeper.Link.Connections));
        keeper.Answered();
        Assert.Equal((0, 1_000_000_000L), (keeper.Link.Attempts, keeper.Link.SinceNs));
        Assert.True(keeper.WaitAsync(CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public void Lost_since_is_when_it_was_lost_and_not_when_it_was_tried_last()
    {
        ManualTime time = new();
        LinkKeeper keeper = new(new RetryOptions(), 1, time);
        keeper.Connected();
        time.Advance(TimeSpan.FromSeconds(2));
        keeper.Failed(Finding);
        time.Advance(TimeSpan.FromSeconds(3));
        keeper.Failed(Finding);
        Assert.Equal(new RemoteLink(LinkState.Lost, 2_000_000_000, 2, 1, Finding), keeper.Link);
    }

    private static async Task<double[]> DelaysAsync(ulong seed)
    {
        ManualTime time = new();
        LinkKeeper keeper = new(new RetryOptions(), seed, time);
        List<double> delays = [];
        for (int i = 0; i < 8; i++)
        {
            keeper.Failed(Finding);
            Task<TimeSpan> set = time.WaitSetAsync(TimeSpan.Zero, TimeSpan.MaxValue);
            Task wait = keeper.WaitAsync(CancellationToken.None);
            delays.Add((await set).TotalSeconds);
            time.Advance(await set + TimeSpan.FromMilliseconds(1));
            await wait;
        }

        return [.. delays];
    }
}
