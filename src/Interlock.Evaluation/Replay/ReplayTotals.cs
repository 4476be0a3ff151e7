namespace Interlock.Evaluation.Replay;

/// <summary>Sums over all episodes of a replay.</summary>
public sealed class ReplayTotals
{
    private readonly List<EpisodeTotals> _episodes = [];
    private readonly SortedDictionary<string, long> _codes = new(StringComparer.Ordinal);

    /// <summary>Every episode in order.</summary>
    public IReadOnlyList<EpisodeTotals> Episodes => _episodes;

    /// <summary>Interventions per code.</summary>
    public IReadOnlyDictionary<string, long> Codes => _codes;

    /// <summary>Steps in all episodes.</summary>
    public long Steps => _episodes.Sum(episode => episode.Summary.Steps);

    /// <summary>Steps whose command was changed.</summary>
    public long Clipped => _episodes.Sum(episode => episode.Summary.Clipped);

    /// <summary>Steps whose action was not used.</summary>
    public long Held => _episodes.Sum(episode => episode.Summary.Held);

    /// <summary>Steps in a stop.</summary>
    public long Stopped => _episodes.Sum(episode => episode.Summary.Stopped);

    /// <summary>Steps with an alarm.</summary>
    public long AlarmSteps => _episodes.Sum(episode => episode.Summary.AlarmSteps);

    /// <summary>Episodes with at least one alarm.</summary>
    public int AlarmEpisodes => _episodes.Count(episode => episode.Summary.FirstAlarmStep is not null);

    /// <summary>Share of steps that did not pass unchanged; 0 without steps.</summary>
    public double InterventionRate => Steps == 0 ? 0 : (Clipped + Held + Stopped) / (double)Steps;

    /// <summary>Share of steps whose command was changed; 0 without steps.</summary>
    public double ClipRate => Steps == 0 ? 0 : Clipped / (double)Steps;

    /// <summary>Largest change relative to a channel's span.</summary>
    public double LargestClipFraction => _episodes.Count == 0 ? 0 : _episodes.Max(episode => episode.Summary.LargestClipFraction);

    /// <summary>Takes in one episode.</summary>
    public void Add(EpisodeTotals episode)
    {
        _episodes.Add(episode);
        foreach ((string code, long count) in episode.Codes)
        {
            _codes[code] = _codes.GetValueOrDefault(code) + count;
        }
    }
}
