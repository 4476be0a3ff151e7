using FsCheck;
using FsCheck.Fluent;
using Interlock.Policies.Scheduling;

namespace Interlock.Policies.Tests.Scheduling;

public sealed class SplicingTests
{
    [Fact]
    public void Exactly_the_rows_whose_steps_were_executed_are_skipped()
    {
        static bool Holds(byte rows, byte delay)
        {
            int count = 1 + (rows % 40);
            int executed = delay % count;
            ChunkScheduler scheduler = Plans.Of(Plans.SameRate);
            scheduler.Give(0, [.. Enumerable.Range(0, 60).Select(i => -1.0 - i)]);
            scheduler.Run(executed);
            ChunkSplice splice = scheduler.Give(0, [.. Enumerable.Range(0, count).Select(i => (double)i)]);
            double[] actions = scheduler.Run(count - executed);
            return splice.SkippedRows == executed
                && actions.SequenceEqual(Enumerable.Range(executed, count - executed).Select(i => (double)i))
                && scheduler.ExecutedSteps == count
                && scheduler.RowsAhead == 0;
        }

        Prop.ForAll<byte, byte>(Holds).QuickCheckThrowOnFailure();
    }

    /// <summary>LeRobot's real-time chunking drops as many rows as the measured latency predicts, however many were consumed (#2541).</summary>
    [Fact]
    public void A_plan_that_stood_still_while_the_policy_thought_does_not_jump()
    {
        double[] path = [.. Enumerable.Range(0, 100).Select(i => 0.1 * i)];
        const int due = 8;
        const int executed = 3;
        Queue<double> naive = new(path[due..]);
        double naiveJump = naive.Peek() - path[executed - 1];

        ChunkScheduler scheduler = Plans.Of(Plans.SameRate, maxRows: 100);
        scheduler.Give(0, path);
        double last = scheduler.Run(executed)[^1];
        for (int tick = executed; tick < due; tick++)
        {
            last = scheduler.Step(0);
        }

        ChunkSplice splice = scheduler.Give(0, path);
        Assert.Equal(executed, splice.SkippedRows);
        Assert.Equal(0, splice.SeamMax);
        Assert.Equal(0.1, scheduler.Step() - last, 12);
        Assert.Equal(0.6, naiveJump, 12);
    }

    [Fact]
    public void The_seam_is_the_new_row_minus_the_plan_for_the_same_step_in_every_channel()
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate, dimension: 2);
        Assert.Equal(-1, scheduler.Accept([1, 10, 2, 20, 3, 30], 3, 0).SeamChannel);
        Assert.True(double.IsNaN(scheduler.Seam[0]));
        scheduler.Next(1, new double[2]);
        ChunkSplice splice = scheduler.Accept([2.5, 15], 1, 1);
        Assert.Equal([0.5, -5], scheduler.Seam.ToArray());
        Assert.Equal((5, 1), (splice.SeamMax, splice.SeamChannel));
        Assert.Equal((1, 1), (splice.OverlapRows, splice.DiscardedRows));
    }

    [Fact]
    public void After_starvation_the_seam_is_measured_from_the_last_action()
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate);
        scheduler.Give(0, 7);
        scheduler.Run(3);
        Assert.Equal(2, scheduler.Give(1, 9).SeamMax);
    }

    [Fact]
    public void Chunks_that_are_older_stale_past_future_or_empty_are_refused_and_change_nothing()
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate with { MaxStaleSteps = 3 });
        scheduler.Give(0, 0, 1, 2, 3, 4, 5, 6, 7);
        scheduler.Run(2);
        scheduler.Give(2, 12, 13, 14, 15, 16, 17, 18, 19);
        scheduler.Run(4);
        Assert.Equal(SpliceOutcome.OutOfOrder, scheduler.Give(1, 0, 0, 0, 0, 0, 0, 0, 0, 0).Outcome);
        Assert.Equal(SpliceOutcome.Stale, scheduler.Give(2, 0, 0, 0, 0, 0, 0, 0, 0).Outcome);
        Assert.Equal(SpliceOutcome.TooLate, scheduler.Give(4, 0, 0).Outcome);
        Assert.Equal(SpliceOutcome.AheadOfTime, scheduler.Give(7, 0, 0).Outcome);
        Assert.Equal(SpliceOutcome.Empty, scheduler.Give(6).Outcome);
        Assert.Equal([16.0, 17, 18, 19], scheduler.Run(4));
    }

    [Fact]
    public void After_a_take_over_answers_from_before_are_out_of_order()
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate);
        scheduler.Give(0, 1, 2, 3);
        scheduler.Step();
        long asked = scheduler.NextStep;
        scheduler.Abandon();
        Assert.Equal(0, scheduler.RowsAhead);
        Assert.Equal(SpliceOutcome.OutOfOrder, scheduler.Give(asked, 1, 2, 3, 4, 5).Outcome);
        Assert.True(scheduler.Give(scheduler.NextStep, 8, 9).IsAccepted);
        Assert.Equal([8.0, 9], scheduler.Run(2));
        Assert.Equal(3, scheduler.ExecutedSteps);
    }

    [Fact]
    public void Nothing_is_allocated_however_chunks_and_ticks_interleave()
    {
        ChunkScheduler scheduler = Plans.Of(
            Plans.SameRate with { ControlRateHz = 1000, Blending = ChunkBlending.TemporalEnsemble, Interpolation = ChunkInterpolation.Cubic }, 14, 50);
        double[] chunk = new double[50 * 14];
        double[] action = new double[14];
        double[] ahead = new double[14 * 4];
        long before = 0;
        for (int tick = 0; tick < 20_000; tick++)
        {
            before = tick == 1_000 ? GC.GetAllocatedBytesForCurrentThread() : before;
            if (tick % 40 == 0)
            {
                scheduler.Accept(chunk, 50, scheduler.NextStep);
            }

            scheduler.Next(0.03, action);
            scheduler.PeekAhead(0.5, 0.5, ahead);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
