using System.Runtime.CompilerServices;
using Interlock.Core.Episodes;

namespace Interlock.Guard.Calibration.Demonstrations;

/// <summary>Range per channel of one episode, and its first value that is no usable number.</summary>
internal static class EpisodeScan
{
    /// <summary>Squares and differences of values up to this size cannot overflow.</summary>
    private const double LargestMagnitude = 1e100;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static EpisodeFacts Range(Episode episode)
    {
        int dimension = episode.ActionDimension;
        double[] min = episode.Action(0).ToArray();
        double[] max = episode.Action(0).ToArray();
        ReadOnlySpan<double> actions = episode.Actions.AsSpan(0, episode.Length * dimension);
        for (int row = dimension; row < actions.Length; row += dimension)
        {
            Widen(actions.Slice(row, dimension), min, max);
        }

        return new EpisodeFacts(episode.Index, episode.Length, min, max);
    }

    /// <summary>Position in the row-major actions of the first NaN, infinity or absurd magnitude; −1 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int FirstUnusable(Episode episode)
    {
        ReadOnlySpan<double> actions = episode.Actions.AsSpan(0, episode.Length * episode.ActionDimension);
        for (int i = 0; i < actions.Length; i++)
        {
            if (!(Math.Abs(actions[i]) <= LargestMagnitude))
            {
                return i;
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen(ReadOnlySpan<double> row, double[] min, double[] max)
    {
        for (int j = 0; j < row.Length; j++)
        {
            double value = row[j];
            if (value < min[j])
            {
                min[j] = value;
            }

            if (value > max[j])
            {
                max[j] = value;
            }
        }
    }
}
