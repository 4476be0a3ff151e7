namespace Interlock.Runtime.Proxies.LeRobot.Actions;

/// <summary>Observations that were sent on and not answered. LeRobot's server keeps the newest alone, so that an answer settles those before it as well.</summary>
internal sealed class PendingObservations
{
    /// <summary>A client below its threshold sends one per control step: two seconds at 30 Hz.</summary>
    private const int Most = 64;

    private readonly List<SentObservation> _sent = [];

    /// <summary>The newest; null when all are answered.</summary>
    public SentObservation? Newest => _sent.Count > 0 ? _sent[^1] : null;

    public void Add(SentObservation observation)
    {
        if (_sent.Count == Most)
        {
            _sent.RemoveAt(0);
        }

        _sent.Add(observation);
    }

    /// <summary>Takes out the observation that a chunk answers, and those before it; null when it answers none that waits.</summary>
    public SentObservation? Answer(long timestep, double timestampS)
    {
        int at = _sent.FindLastIndex(sent => sent.Timestep == timestep && BitConverter.DoubleToInt64Bits(sent.TimestampS) == BitConverter.DoubleToInt64Bits(timestampS));
        if (at < 0)
        {
            return null;
        }

        SentObservation answered = _sent[at];
        _sent.RemoveRange(0, at + 1);
        return answered;
    }

    public void Clear() => _sent.Clear();
}
