using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;

namespace Interlock.Guard.Calibration.Demonstrations;

/// <summary>First pass over a source: sorts out what cannot be used and says so.</summary>
internal sealed class DemonstrationLoader(IEpisodeSource source, CalibrationOptions options, DiagnosticCollector findings, long heldValueLimit)
{
    private const int FewestSteps = 2;

    private readonly List<EpisodeFacts> _facts = [];
    private readonly Dictionary<int, int> _positionOfOrdinal = [];
    private List<Episode>? _held = [];
    private long _values;
    private int _dimension;

    public DemonstrationSet Load()
    {
        using DataDigest digest = new();
        _dimension = source.Description.ActionChannels.Count;
        int ordinal = 0;
        foreach (Episode episode in source.ReadEpisodes())
        {
            if (IsUsable(episode))
            {
                _positionOfOrdinal[ordinal] = _facts.Count;
                Keep(episode);
                digest.Add(episode);
            }

            ordinal++;
        }

        RequireEnough(ordinal);
        return new DemonstrationSet(source, _facts, _held, _positionOfOrdinal, digest.Finish());
    }

    private void Keep(Episode episode)
    {
        _facts.Add(EpisodeScan.Range(episode));
        _values += (long)episode.Length * episode.ActionDimension;
        if (_values > heldValueLimit)
        {
            _held = null;
        }

        _held?.Add(episode);
    }

    private bool IsUsable(Episode episode)
    {
        if (_dimension == 0 || episode.ActionDimension != _dimension || episode.Actions.Length < (long)episode.Length * _dimension)
        {
            throw new DiagnosticException(
                CalibrationCodes.MixedDimensions,
                $"episode {episode.Index} has {episode.ActionDimension} action channels over {episode.Length} steps in {episode.Actions.Length} numbers, the dataset declares {_dimension} channels",
                PlaceOf(episode));
        }

        if (episode.Length < FewestSteps)
        {
            findings.Warn(
                CalibrationCodes.EpisodeTooShort,
                $"episode {episode.Index} has {episode.Length} steps and was skipped: motion needs two",
                PlaceOf(episode));
            return false;
        }

        return IsFinite(episode);
    }

    private bool IsFinite(Episode episode)
    {
        int at = EpisodeScan.FirstUnusable(episode);
        if (at < 0)
        {
            return true;
        }

        string channel = source.Description.ActionChannels[at % _dimension];
        string message = $"episode {episode.Index}, step {at / _dimension}, channel {channel}: the action is {episode.Actions[at]}";
        if (!options.DropNonFiniteEpisodes)
        {
            throw new DiagnosticException(
                CalibrationCodes.NonFiniteDemonstration,
                message,
                PlaceOf(episode),
                "repair the recording, or drop such episodes");
        }

        findings.Warn(CalibrationCodes.NonFiniteDemonstration, $"{message}; the episode was dropped", PlaceOf(episode));
        return false;
    }

    private void RequireEnough(int read)
    {
        if (_facts.Count < options.MinimumEpisodes)
        {
            findings.Error(
                CalibrationCodes.TooFewEpisodes,
                $"{_facts.Count} of {read} episodes are usable, {options.MinimumEpisodes} are needed: one to fit, one to calibrate, one to check on",
                SourcePlace.OfFile(source.Description.Location));
            findings.ThrowIfErrors();
        }
    }

    private SourcePlace PlaceOf(Episode episode) => new(source.Description.Location, Key: $"episode {episode.Index}");
}
