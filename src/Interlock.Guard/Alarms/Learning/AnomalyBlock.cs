using System.Runtime.CompilerServices;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>
/// What a whole episode does to a CUSUM, in three numbers: from S it reaches at most max(Peak, S + HighestRise) and ends at
/// max(End, S + Drift). Long streams of episodes are simulated with them at the cost of one step per episode.
/// </summary>
/// <param name="Drift">Sum of the increments.</param>
/// <param name="HighestRise">Largest partial sum of the increments.</param>
/// <param name="End">S at the end when it starts at 0.</param>
/// <param name="Peak">Largest S when it starts at 0.</param>
internal readonly record struct AnomalyBlock(double Drift, double HighestRise, double End, double Peak)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static AnomalyBlock Of(bool[] anomalous, double reference)
    {
        double drift = 0;
        double rise = 0;
        double sum = 0;
        double peak = 0;
        foreach (bool step in anomalous)
        {
            double increment = (step ? 1 : 0) - reference;
            drift += increment;
            rise = Math.Max(rise, drift);
            sum = Math.Max(0, sum + increment);
            peak = Math.Max(peak, sum);
        }

        return new AnomalyBlock(drift, rise, sum, peak);
    }
}
