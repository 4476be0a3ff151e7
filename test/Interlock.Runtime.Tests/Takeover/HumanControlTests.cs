using Interlock.Runtime.Takeover;

namespace Interlock.Runtime.Tests.Takeover;

public sealed class HumanControlTests
{
    [Fact]
    public void The_newest_action_is_taken_with_its_age()
    {
        HumanControl human = new(channels: 2);
        Assert.Null(human.Observe(nowNs: 100));
        Assert.True(human.Submit([1, 2], sequence: 0, sampledAtNs: 10));
        Assert.True(human.Submit([3, 4], sequence: 5, sampledAtNs: 60));
        Assert.Equal(40, human.Observe(nowNs: 100));
        Assert.Equal(140, human.Observe(nowNs: 200));
        Assert.Equal([3.0, 4.0], human.Action.ToArray());
        Assert.Equal(5, human.Sequence);
    }

    [Fact]
    public void Actions_that_cannot_be_used_are_refused_and_counted()
    {
        HumanControl human = new(channels: 2);
        human.Submit([1, 2], sequence: 3, sampledAtNs: 0);
        Assert.False(human.Submit([9, 9], sequence: 3, sampledAtNs: 1));
        Assert.False(human.Submit([9, double.NaN], sequence: 4, sampledAtNs: 1));
        Assert.False(human.Submit([9], sequence: 4, sampledAtNs: 1));
        human.Observe(nowNs: 2);
        Assert.Equal([1.0, 2.0], human.Action.ToArray());
        Assert.Equal(3, human.Refused);
    }

    [Fact]
    public void An_action_never_arrives_in_pieces_or_out_of_order()
    {
        const int Count = 200_000;
        HumanControl human = new(channels: 3);
        Thread device = new(() =>
        {
            for (int i = 0; i < Count; i++)
            {
                human.Submit([i, i, i], i, i);
            }
        });
        device.Start();
        long last = -1;
        while (last < Count - 1)
        {
            human.Observe(nowNs: 0);
            Assert.True(human.Sequence >= last);
            last = human.Sequence;
            Assert.All(last < 0 ? [] : human.Action.ToArray(), value => Assert.Equal(last, value));
        }

        device.Join();
    }
}
