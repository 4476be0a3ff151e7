namespace Interlock.Datasets.Opening;

/// <summary>Timestamps of an episode.</summary>
internal static class EpisodeClock
{
    /// <summary>Makes the first timestamp zero; timestamps that start with a non-finite number stay as they are.</summary>
    public static void StartAtZero(double[]? timestampsS)
    {
        if (timestampsS is not [var start, ..] || !double.IsFinite(start))
        {
            return;
        }

        for (int step = 0; step < timestampsS.Length; step++)
        {
            timestampsS[step] -= start;
        }
    }
}
