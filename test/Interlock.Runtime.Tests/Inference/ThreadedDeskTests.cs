using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Policies;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;

namespace Interlock.Runtime.Tests.Inference;

public sealed class ThreadedDeskTests
{
    [Fact]
    public void Questions_are_answered_one_after_the_other()
    {
        using MonotonicClock clock = new();
        using ThreadedDesk desk = new(new DeskRig(DeskRig.Count, clock).Job, clock);
        for (int step = 0; step < 20; step++)
        {
            PolicyAnswer answer = DeskRig.Ask(desk, step);
            Assert.Null(answer.FailureCode);
            Assert.Equal(step, answer.Raw.ObservedAtStep);
            Assert.Equal(step + 3, answer.Commands[3]);
            desk.Release();
        }
    }

    [Fact]
    public void A_policy_that_takes_too_long_is_cancelled_and_asked_again()
    {
        using MonotonicClock clock = new();
        bool isSlow = true;
        using ThreadedDesk desk = new(new DeskRig((request, chunk, cancellation) => isSlow ? Never(cancellation) : DeskRig.Count(request, chunk, cancellation), clock, timeoutMs: 20).Job, clock);
        Assert.Equal("RT145", DeskRig.Ask(desk).FailureCode);
        Assert.Equal(0, desk.Answer.Raw.Rows);
        desk.Release();
        isSlow = false;
        Assert.Null(DeskRig.Ask(desk).FailureCode);
    }

    [Fact]
    public void A_crash_is_a_finding_and_the_next_question_is_answered()
    {
        using MonotonicClock clock = new();
        int asked = 0;
        using ThreadedDesk desk = new(new DeskRig((request, chunk, cancellation) => asked++ switch
        {
            0 => throw new InvalidOperationException("broken"),
            1 => throw new DiagnosticException("PO999", "no connection"),
            _ => DeskRig.Count(request, chunk, cancellation),
        }, clock).Job, clock);
        Assert.Contains("broken", DeskRig.Ask(desk).FailureText, StringComparison.Ordinal);
        desk.Release();
        Assert.Equal("PO999", DeskRig.Ask(desk).FailureCode);
        desk.Release();
        Assert.Null(DeskRig.Ask(desk).FailureCode);
    }

    [Fact]
    public void A_listener_that_crashes_does_not_take_the_policy_thread_along()
    {
        using MonotonicClock clock = new();
        using ThreadedDesk desk = new(new DeskRig(DeskRig.Count, clock, judge: new BrokenJudge()).Job, clock);
        Assert.Equal("RT146", DeskRig.Ask(desk).FailureCode);
        desk.Release();
        Assert.Equal("RT146", DeskRig.Ask(desk).FailureCode);
    }

    [Fact]
    public void A_policy_that_never_comes_back_does_not_keep_the_program_from_ending()
    {
        using MonotonicClock clock = new();
        using ManualResetEventSlim entered = new();
        using ManualResetEventSlim release = new();
        ThreadedDesk desk = new(new DeskRig((_, _, _) =>
        {
            entered.Set();
            release.Wait(CancellationToken.None);
            return ValueTask.CompletedTask;
        }, clock, timeoutMs: 10).Job, clock);
        desk.Ask();
        entered.Wait(TimeSpan.FromSeconds(30));
        Thread ending = new(desk.Dispose);
        ending.Start();
        Assert.True(ending.Join(TimeSpan.FromSeconds(30)), "Dispose did not come back");
        Assert.Equal(DeskStatus.Busy, desk.Status);
        release.Set();
    }

    private static async ValueTask Never(CancellationToken cancellation) => await Task.Delay(System.Threading.Timeout.Infinite, cancellation);

    private sealed class BrokenJudge : IAnswerJudge
    {
        public void Judge(PolicyAnswer answer, Observation observation)
        {
        }

        public void Report(PolicyQuestion question, PolicyAnswer answer) => throw new InvalidOperationException("disk full");
    }
}
