using Interlock.Evaluation.Study.Episodes;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>What is known of a monitor in a step log: which way is trouble, and how its steps make an episode.</summary>
internal static class StepMonitor
{
    private const string ExecutedPrefix = "executed_";

    // Monitors whose small values mean trouble; every other name is taken as larger is worse.
    private static readonly HashSet<string> LowerIsWorse =
        ["momentum_coherence", "min_coherence", "spectral_energy_ratio", "linear_predictability", "p_value", "conformal_p_value"];

    // Running sums that forget nothing within an episode: their mean is dominated by its length, their peak is what alarms.
    private static readonly HashSet<string> Cumulative = ["cusum"];

    public static double Sign(string name) => LowerIsWorse.Contains(Base(name)) ? -1 : 1;

    public static LengthBehaviour Length(string name) =>
        Cumulative.Contains(Base(name)) ? LengthBehaviour.Extreme : LengthBehaviour.PerStep;

    /// <summary>Value of an episode, or of its beginning, from the values of its steps: a mean, or a peak for running sums.</summary>
    public static double Summarise(LengthBehaviour length, ReadOnlySpan<double> track)
    {
        double sum = 0, peak = double.NegativeInfinity;
        int count = 0;
        foreach (double value in track)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                peak = Math.Max(peak, value);
                count++;
            }
        }

        return count == 0 ? double.NaN : length == LengthBehaviour.Extreme ? peak : sum / count;
    }

    private static string Base(string name) =>
        name.StartsWith(ExecutedPrefix, StringComparison.Ordinal) ? name[ExecutedPrefix.Length..] : name;
}
