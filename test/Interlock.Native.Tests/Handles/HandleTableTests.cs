using Interlock.Native.Border;
using Interlock.Native.Handles;

namespace Interlock.Native.Tests.Handles;

public sealed class HandleTableTests
{
    private const int ThreadCount = 4;
    private const int Rounds = 5_000;

    [Fact]
    public void Threads_in_one_guard_get_a_step_or_are_told_that_it_is_busy()
    {
        ulong guard = NativeCalls.Create();
        NativeCalls.Step(guard, [0, 0], new double[2], out _);
        long done = 0;
        Status[] odd = new Status[ThreadCount];
        Parallel.For(0, ThreadCount, thread =>
        {
            double[] safe = new double[2];
            for (int i = 0; i < Rounds; i++)
            {
                Status status = NativeCalls.Step(guard, [0.01 * thread, 10], safe, out _);
                odd[thread] = status is Status.Ok or Status.Busy ? odd[thread] : status;
                System.Threading.Interlocked.Add(ref done, status == Status.Ok ? 1 : 0);
            }
        });
        Assert.All(odd, status => Assert.Equal(Status.Ok, status));
        NativeCalls.Step(guard, [0, 10], new double[2], out StepResultData last);
        Assert.Equal(done + 1, last.Step);
        NativeCalls.Destroy(guard);
    }

    [Fact]
    public void Guards_made_and_ended_by_many_threads_do_not_meet()
    {
        Parallel.For(0, ThreadCount, thread =>
        {
            for (int i = 0; i < Rounds / 50; i++)
            {
                double wanted = 0.001 * ((thread * Rounds) + i);
                ulong guard = NativeCalls.Create();
                double[] safe = new double[2];
                Assert.Equal(Status.Ok, NativeCalls.Step(guard, [Math.Min(wanted, 1), 1], safe, out StepResultData result));
                Assert.Equal((0L, Math.Min(wanted, 1)), (result.Step, safe[0]));
                Assert.Equal(Status.Ok, NativeCalls.Destroy(guard));
                Assert.Equal(Status.Handle, NativeCalls.Step(guard, [0, 0], safe, out _));
            }
        });
    }

    [Fact]
    public void A_calibration_is_no_guard()
    {
        ulong handle = HandleTable.Add(new object());
        Assert.Equal(Status.Handle, NativeCalls.Step(handle, [0, 0], new double[2], out _));
        Assert.Equal(Status.Ok, NativeCalls.Destroy(handle));
    }
}
