using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;

namespace Interlock.Guard.Calibration.Demonstrations;

/// <summary>
/// The usable episodes of a source. Their actions stay in memory while there are at most <see cref="HeldValueLimit"/>
/// of them; beyond that every pass reads the source again.
/// </summary>
internal sealed class DemonstrationSet
{
    /// <summary>16.8 million values, 128 MiB: a million steps of a 14-channel robot are held.</summary>
    public const long HeldValueLimit = 1 << 24;

    private readonly IEpisodeSource _source;
    private readonly List<Episode>? _held;
    private readonly Dictionary<int, int> _positionOfOrdinal;

    public DemonstrationSet(
        IEpisodeSource source,
        List<EpisodeFacts> facts,
        List<Episode>? held,
        Dictionary<int,
        int> positionOfOrdinal,
        string digest)
    {
        _source = source;
        _held = held;
        _positionOfOrdinal = positionOfOrdinal;
        Facts = facts;
        Digest = digest;
    }

    /// <summary>One entry per usable episode; its place in this list is the episode's position.</summary>
    public IReadOnlyList<EpisodeFacts> Facts { get; }

    /// <summary>SHA-256 of the data, lower-case hexadecimal.</summary>
    public string Digest { get; }

    public EpisodeSourceDescription Description => _source.Description;

    public int Dimension => Facts[0].Min.Length;

    /// <summary>Length of the recorded step differences of the given positions together.</summary>
    public long StepsOf(IEnumerable<int> positions) => positions.Sum(position => (long)Facts[position].Length);

    /// <summary>The first of some shuffled episodes, so many that they have <paramref name="steps"/> steps and number <paramref name="fewest"/>, or all.</summary>
    public int[] Leading(int[] shuffled, long steps, int fewest)
    {
        int count = 0;
        for (long taken = 0; count < shuffled.Length && (taken < steps || count < fewest); count++)
        {
            taken += Facts[shuffled[count]].Length;
        }

        return shuffled[..count];
    }

    /// <summary>Reads the episodes of <paramref name="wanted"/> in source order.</summary>
    public IEnumerable<(int Position, Episode Episode)> Read(IReadOnlySet<int> wanted)
    {
        if (_held is not null)
        {
            return wanted.Order().Select(position => (position, _held[position]));
        }

        return ReadAgain(wanted);
    }

    private IEnumerable<(int Position, Episode Episode)> ReadAgain(IReadOnlySet<int> wanted)
    {
        int ordinal = 0;
        int found = 0;
        foreach (Episode episode in _source.ReadEpisodes())
        {
            if (_positionOfOrdinal.TryGetValue(ordinal++, out int position) && wanted.Contains(position))
            {
                RequireUnchanged(Facts[position], episode);
                found++;
                yield return (position, episode);
            }
        }

        if (found != wanted.Count)
        {
            throw Changed($"{wanted.Count - found} episodes are missing");
        }
    }

    private void RequireUnchanged(EpisodeFacts facts, Episode episode)
    {
        if (facts.Index != episode.Index || facts.Length != episode.Length)
        {
            throw Changed($"episode {facts.Index} has another length or place");
        }
    }

    private DiagnosticException Changed(string what) =>
        new(CalibrationCodes.SourceChanged, $"the data changed while it was read: {what}", SourcePlace.OfFile(Description.Location));
}
