using Interlock.Evaluation.Study.Episodes;
using Interlock.Evaluation.Study.Inputs;

namespace Interlock.Evaluation.Study.Lengths;

/// <summary>
/// The step at which every episode is cut so that all are judged on equally many steps. Episodes that ended before take no part; at
/// most about one in twenty of each class does.
/// </summary>
/// <param name="Steps">Steps kept of each episode; null when fewer than the smallest useful number would be left.</param>
/// <param name="Dropped">Episodes shorter than that.</param>
internal sealed record CommonHorizon(int? Steps, int Dropped)
{
    /// <summary>Below this many steps most monitors have no value yet.</summary>
    public const int SmallestSteps = 10;

    private const double DroppedShare = 0.05;

    public static CommonHorizon Of(int[] lengths, bool[] failed)
    {
        int horizon = Math.Min(Shortest(lengths, failed, ofFailures: true), Shortest(lengths, failed, ofFailures: false));
        return horizon < SmallestSteps || horizon == int.MaxValue
            ? new CommonHorizon(null, 0)
            : new CommonHorizon(horizon, lengths.Count(length => length < horizon));
    }

    /// <summary>Values of a monitor from the steps up to the horizon; NaN for episodes that ended before.</summary>
    public double[] Truncate(MonitorColumn column) =>
        [.. column.Tracks!.Select(track => track.Length < Steps ? double.NaN : StepMonitor.Summarise(column.Length, track.AsSpan(0, Steps!.Value)))];

    private static int Shortest(int[] lengths, bool[] failed, bool ofFailures)
    {
        int[] sorted = [.. lengths.Where((_, index) => failed[index] == ofFailures).Order()];
        return sorted.Length == 0 ? int.MaxValue : sorted[(int)(DroppedShare * (sorted.Length - 1))];
    }
}
