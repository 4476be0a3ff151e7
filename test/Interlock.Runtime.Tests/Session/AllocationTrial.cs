using Interlock.Policies;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Session;
using Interlock.Runtime.Session.Making;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Session;

/// <summary>Counts what the control thread of a whole session allocates from tick to tick while the policy moves the robot; ends it after enough of them.</summary>
/// <param name="warmUp">Ticks that do not count.</param>
/// <param name="window">Ticks of a window.</param>
/// <param name="windows">Windows that count.</param>
/// <param name="end">Told when there are enough.</param>
internal sealed class AllocationTrial(int warmUp, int window, int windows, Action end) : ITrial
{
    private readonly long[] _bytes = new long[windows];
    private long _before;
    private int _ticks;

    public IAnswerDelay Delay => new FixedDelay(0);

    /// <summary>Bytes of each window.</summary>
    public IReadOnlyList<long> BytesPerWindow => _bytes;

    /// <summary>Ticks in which the policy moved the robot.</summary>
    public int Ticks => _ticks;

    public IPolicy Spoil(IPolicy policy, MadeRobot robot) => policy;

    public void AfterTick(ControlLoop loop, LoopParts parts)
    {
        long now = GC.GetAllocatedBytesForCurrentThread();
        if (loop.Decision.State == SupervisorState.Running)
        {
            Count(now - _before);
        }

        _before = GC.GetAllocatedBytesForCurrentThread();
    }

    private void Count(long bytes)
    {
        int place = (_ticks++ - warmUp) / window;
        if (_ticks > warmUp && place < windows)
        {
            _bytes[place] += bytes;
        }

        if (place == windows)
        {
            end();
        }
    }
}
