using Interlock.Policies;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;

namespace Interlock.Runtime.Tests.Inference;

public sealed class InlineDeskTests
{
    private const long MsNs = 1_000_000;

    private readonly VirtualClock _clock = new();

    [Fact]
    public void An_answer_is_there_when_its_time_has_passed_and_not_before()
    {
        InlineDesk desk = new(new DeskRig(DeskRig.Count, _clock).Job, _clock, new FixedDelay(20 * MsNs));
        desk.Ask();
        _clock.Advance((20 * MsNs) - 1);
        Assert.Equal(DeskStatus.Busy, desk.Status);
        _clock.Advance(1);
        Assert.Equal(DeskStatus.Done, desk.Status);
        Assert.Equal(20 * MsNs, desk.Answer.DurationNs);
        desk.Release();
        Assert.Equal(DeskStatus.Free, desk.Status);
    }

    [Fact]
    public void What_takes_longer_than_the_time_out_fails_at_the_time_out()
    {
        InlineDesk desk = new(new DeskRig(DeskRig.Count, _clock, timeoutMs: 50).Job, _clock, new FixedDelay(51 * MsNs));
        desk.Ask();
        _clock.Advance(50 * MsNs);
        Assert.Equal(DeskStatus.Done, desk.Status);
        Assert.Equal("RT145", desk.Answer.FailureCode);
        Assert.Equal(50 * MsNs, desk.Answer.DurationNs);
        Assert.Equal(0, desk.Answer.Raw.Rows);
    }

    [Fact]
    public void A_policy_that_hangs_for_ever_is_busy_for_ever()
    {
        InlineDesk desk = new(new DeskRig(DeskRig.Count, _clock).Job, _clock, new FixedDelay(long.MaxValue));
        desk.Ask();
        _clock.Advance(long.MaxValue / 2);
        Assert.Equal(DeskStatus.Busy, desk.Status);
    }

    [Fact]
    public void The_policy_is_shown_the_rows_that_are_under_way()
    {
        double[]? prefix = null;
        InlineDesk desk = new(
            new DeskRig((request, chunk, cancellation) =>
            {
                prefix = request.Prefix.ToArray();
                return DeskRig.Count(request, chunk, cancellation);
            }, _clock, takesPrefix: true).Job,
            _clock,
            new FixedDelay(0));
        Assert.Empty(AskFor(0));
        Assert.Equal([2, 3], AskFor(2));
        Assert.Empty(AskFor(9));
        Assert.Equal([10, 11, 12], AskFor(10));
        Assert.Empty(AskFor(11, mustAnswer: true));

        double[] AskFor(long step, bool mustAnswer = false)
        {
            DeskRig.Ask(desk, step, mustAnswer);
            desk.Release();
            return prefix!;
        }
    }

    [Fact]
    public void A_new_episode_remembers_no_rows()
    {
        PrefixMemory memory = new(new PolicyDescription { Name = "p", Kind = "scripted", ActionDimension = 1, MaxRows = 2, TakesPrefix = true });
        PolicyChunk chunk = new(2, 1) { ObservedAtStep = 5 };
        chunk.Reset(2);
        memory.Remember(chunk);
        Assert.Equal(1, memory.From(6).Length);
        Assert.True(memory.From(4).IsEmpty);
        memory.Clear();
        Assert.True(memory.From(6).IsEmpty);
    }
}
