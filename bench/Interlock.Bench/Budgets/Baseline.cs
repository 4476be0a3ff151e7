namespace Interlock.Bench.Budgets;

/// <summary>What one dependent multiply-add costs here and now: the yardstick that makes times of two machines comparable.</summary>
internal static class Baseline
{
    private const int ChainLength = 4096;
    private const int Chains = 2000;
    private const double NsPerS = 1e9;

    /// <summary>Keeps the chain from being optimised away.</summary>
    private static double _sink;

    public static double MeasureNs(TimeProvider clock)
    {
        double best = double.PositiveInfinity;
        for (int chain = 0; chain < Chains; chain++)
        {
            long start = clock.GetTimestamp();
            _sink = Chain(_sink);
            long ticks = clock.GetTimestamp() - start;
            best = Math.Min(best, ticks * NsPerS / clock.TimestampFrequency / ChainLength);
        }

        return best;
    }

    private static double Chain(double x)
    {
        for (int i = 0; i < ChainLength; i++)
        {
            x = (x * 0.999) + 0.001;
        }

        return x;
    }
}
