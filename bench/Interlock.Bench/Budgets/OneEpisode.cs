using Interlock.Guard;

namespace Interlock.Bench.Budgets;

/// <summary>One episode that never ends.</summary>
internal sealed class OneEpisode(ActionGuard guard, TimeProvider clock)
{
    private const double NsPerS = 1e9;
    private const int BatchSteps = 100;

    private readonly double[] _action = new double[guard.ChannelCount];
    private readonly double[] _safe = new double[guard.ChannelCount];
    private long _step;

    /// <summary>Takes the given number of steps; returns the median over batches of the mean time of a step.</summary>
    public double MeanNs(long steps)
    {
        double[] batches = new double[steps / BatchSteps];
        for (int batch = 0; batch < batches.Length; batch++)
        {
            long start = clock.GetTimestamp();
            for (int i = 0; i < BatchSteps; i++)
            {
                Step();
            }

            batches[batch] = (clock.GetTimestamp() - start) * NsPerS / clock.TimestampFrequency / BatchSteps;
        }

        Array.Sort(batches);
        return batches[batches.Length / 2];
    }

    private void Step()
    {
        double phase = 0.01 * _step++;
        for (int i = 0; i < _action.Length; i++)
        {
            _action[i] = Math.Sin(phase + i);
        }

        guard.Step(_action, _safe);
    }
}
