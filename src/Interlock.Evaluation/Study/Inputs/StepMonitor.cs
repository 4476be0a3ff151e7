using Interlock.Core.Contract;
using Interlock.Evaluation.Study.Episodes;
using Interlock.Guard;
using Interlock.Guard.Monitors;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>What is known of a monitor in a step log: which way is trouble, and how its steps make an episode.</summary>
internal static class StepMonitor
{
    // Names of the published toolkit that our guard does not use; small values mean trouble.
    private static readonly string[] ForeignLowerIsWorse = ["min_coherence", "conformal_p_value"];

    // The guard knows the direction of its own monitors; every other name is taken as larger is worse.
    private static readonly HashSet<string> LowerIsWorse =
    [
        .. OfGuard().Where(monitor => monitor.WorseWhen == MonitorDirection.Lower).Select(monitor => monitor.Name),
        .. ForeignLowerIsWorse,
    ];

    // Running sums that forget nothing within an episode: their mean is dominated by its length, their peak is what alarms.
    private static readonly HashSet<string> Cumulative = ["cusum"];

    public static double Sign(string name) => LowerIsWorse.Contains(name) ? -1 : 1;

    public static LengthBehaviour Length(string name) =>
        Cumulative.Contains(name) ? LengthBehaviour.Extreme : LengthBehaviour.PerStep;

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

    private static IReadOnlyList<MonitorInfo> OfGuard() =>
        new ActionGuard(new SafetyContract { Name = "directions", Channels = [new ChannelContract { Name = "any", Max = 1 }] }).Monitors;
}
