namespace Interlock.Bench;

/// <summary>Times one operation per step: the median over batches, and the tail over single steps.</summary>
internal sealed class StepTimer(TimeProvider time)
{
    private const int BatchCount = 41;
    private const int BatchSteps = 20_000;
    private const int TailSteps = 400_000;
    private const double NanosecondsPerSecond = 1e9;

    // The compiler replaces its first, slow code in the background; on a busy machine that takes a while.
    private const double WarmUpNs = 6e8;

    /// <summary>Median over batches of the mean time of a step, in nanoseconds.</summary>
    public double MedianNs(Action<int> step)
    {
        double[] batches = new double[BatchCount];
        for (double warm = 0; warm < WarmUpNs;)
        {
            warm += RunBatch(step);
        }

        for (int batch = 0; batch < BatchCount; batch++)
        {
            batches[batch] = RunBatch(step) / BatchSteps;
        }

        Array.Sort(batches);
        return batches[BatchCount / 2];
    }

    /// <summary>The 99.9th percentile of single steps, in nanoseconds, the reading of the clock included.</summary>
    public double TailNs(Action<int> step)
    {
        double[] steps = new double[TailSteps];
        for (int i = 0; i < TailSteps; i++)
        {
            long start = time.GetTimestamp();
            step(i);
            steps[i] = Nanoseconds(start);
        }

        Array.Sort(steps);
        return steps[(int)(TailSteps * 0.999)];
    }

    private double RunBatch(Action<int> step)
    {
        long start = time.GetTimestamp();
        for (int i = 0; i < BatchSteps; i++)
        {
            step(i);
        }

        return Nanoseconds(start);
    }

    private double Nanoseconds(long start) =>
        (time.GetTimestamp() - start) * NanosecondsPerSecond / time.TimestampFrequency;
}
