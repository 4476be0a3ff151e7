namespace Interlock.TestSupport;

/// <summary>
/// Bytes that an action allocates on this thread, the fewest over some repeats: what the run time itself allocates while it recompiles
/// hot code shows in one repeat, what the action allocates shows in all.
/// </summary>
internal static class AllocatedBytes
{
    private const int Repeats = 5;

    public static long Of(Action action)
    {
        action();
        long fewest = long.MaxValue;
        for (int i = 0; i < Repeats; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return fewest;
    }
}
