namespace Interlock.Datasets.Text;

/// <summary>Times of the first episode, row by row.</summary>
internal static class FirstTimes
{
    /// <summary>Ends where the next episode starts, or at a row without a time.</summary>
    public static IEnumerable<double> Of(IEnumerable<StepRow> rows)
    {
        bool isFirst = true;
        int? episode = null;
        long? step = null;
        foreach (StepRow row in rows)
        {
            if (row.TimestampS is not { } time || (!isFirst && row.StartsEpisodeAfter(episode, step)))
            {
                yield break;
            }

            (isFirst, episode, step) = (false, row.Episode, row.Step);
            yield return time;
        }
    }
}
