using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Core.Statistics;
using Interlock.Guard;

namespace Interlock.Cli.Verbs.Profile;

/// <summary>Times guard steps on a smooth motion with some noise, so that now and then a limit binds.</summary>
internal sealed class GuardCostMeasurement(TimeProvider clock, CancellationToken cancellation = default)
{
    private const double NsPerS = 1e9;
    private const int BatchSteps = 200;
    private const int RecordedSteps = 4096;
    /// <summary>Half a second and more: the run time compiles hot methods again some 100 ms after they became hot, twice.</summary>
    private const int WarmSteps = 2_000_000;

    private const int SummaryRepeats = 201;
    private const ulong Seed = 20260101;

    public GuardCost Run(string what, ActionGuard guard, long steps)
    {
        double[] actions = Motion(guard.Contract, RecordedSteps);
        double[] safe = new double[guard.ChannelCount];
        Warm(guard, actions, safe);
        long before = GC.GetAllocatedBytesForCurrentThread();
        double[] batches = new double[Math.Max(1, steps / BatchSteps)];
        int row = 0;
        for (int batch = 0; batch < batches.Length; batch++)
        {
            long start = clock.GetTimestamp();
            for (int i = 0; i < BatchSteps; i++)
            {
                StepOnce(guard, actions, safe, row);
                row = (row + 1) % RecordedSteps;
            }

            batches[batch] = ElapsedNs(start) / BatchSteps;
            cancellation.ThrowIfCancellationRequested();
        }

        // The elapsed-time structs live on the stack; only the guard could have allocated since.
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before - ArrayBytes(batches.Length);
        double tail = Tail(guard, actions, safe, steps);
        double summary = MedianSummary(guard);
        Array.Sort(batches);
        return new GuardCost(
            guard.ChannelCount, what, steps, Quantile.Linear(batches, 0.5), tail, Math.Max(0, bytes) / (double)(batches.Length * BatchSteps), summary);
    }

    public static SafetyContract Contract(int channels) => new()
    {
        Name = $"profile-{channels}",
        RateHz = 30,
        Space = ActionSpace.JointPosition,
        Channels = [.. Enumerable.Range(0, channels).Select(Channel)],
    };

    private static ChannelContract Channel(int index) => new()
    {
        Name = $"joint_{index}.pos",
        Unit = Core.Units.ChannelUnit.Radian,
        Role = index % 7 == 6 ? ChannelRole.Gripper : ChannelRole.Joint,
        Min = -2,
        Max = 2,
        MaxVelocity = 3,
        MaxAcceleration = 30,
    };

    private static double[] Motion(SafetyContract contract, int rows)
    {
        SeededRandom random = new(Seed);
        int width = contract.Channels.Count;
        double[] actions = new double[rows * width];
        for (int i = 0; i < actions.Length; i++)
        {
            int row = i / width;
            double phase = 2 * Math.PI * row * (1 + (i % width)) / rows;
            actions[i] = (1.9 * Math.Sin(phase * 2)) + (0.002 * random.NextNormal());
        }

        return actions;
    }

    private static void StepOnce(ActionGuard guard, double[] actions, double[] safe, int row)
    {
        if (row == 0)
        {
            guard.BeginEpisode(actions.AsSpan(0, safe.Length));
        }

        guard.Step(actions.AsSpan(row * safe.Length, safe.Length), safe);
    }

    private void Warm(ActionGuard guard, double[] actions, double[] safe)
    {
        for (int i = 0; i < WarmSteps; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            StepOnce(guard, actions, safe, i % RecordedSteps);
        }
    }

    private double Tail(ActionGuard guard, double[] actions, double[] safe, long steps)
    {
        double[] single = new double[steps];
        for (int i = 0; i < single.Length; i++)
        {
            long start = clock.GetTimestamp();
            StepOnce(guard, actions, safe, i % RecordedSteps);
            single[i] = ElapsedNs(start);
            cancellation.ThrowIfCancellationRequested();
        }

        Array.Sort(single);
        return Quantile.Linear(single, 0.999);
    }

    private double MedianSummary(ActionGuard guard)
    {
        double[] times = new double[SummaryRepeats];
        for (int i = 0; i < times.Length; i++)
        {
            long start = clock.GetTimestamp();
            guard.EpisodeSummary();
            times[i] = ElapsedNs(start);
        }

        Array.Sort(times);
        return Quantile.Linear(times, 0.5);
    }

    /// <summary>TimeSpan counts in 100 ns; the timer itself is finer.</summary>
    private double ElapsedNs(long start) => (clock.GetTimestamp() - start) * NsPerS / clock.TimestampFrequency;

    private static long ArrayBytes(int length) => 24 + (8L * length);
}
