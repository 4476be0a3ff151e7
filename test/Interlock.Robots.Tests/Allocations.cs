namespace Interlock.Robots.Tests;

/// <summary>What a call allocates on this thread once it is warm.</summary>
internal static class Allocations
{
    private const int WarmUp = 2_000;
    private const int Measured = 2_000;
    private const long PeriodNs = 1_000_000;

    public static long Of(Action<long> call)
    {
        long before = 0;
        for (int i = 0; i < WarmUp + Measured; i++)
        {
            if (i == WarmUp)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            call(i * PeriodNs);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
