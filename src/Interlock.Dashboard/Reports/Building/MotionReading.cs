using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>
/// How far, how fast and how suddenly the recorded commands moved, by the contract's text alone: it shares no code with the guard. Against the
/// command of the tick before; where a motion begins, against the measured state or the last command, whichever is nearer.
/// </summary>
internal sealed class MotionReading
{
    // After a longer pause the guard takes the measured state as the beginning (docs/guard.md).
    private const double GapPeriods = 5;
    private const double MsPerS = 1000;

    /// <summary>A beginning costs a search in the file.</summary>
    private const int MostBeginnings = 200;

    private readonly ChannelContract[] _limits;
    private readonly int[] _places;
    private readonly ChannelMotion[] _channels;
    private readonly (int[] Channels, MotionPeak Peak)[] _norms;
    private readonly HashSet<long> _episodes;
    private readonly ChunkStarts? _chunks;
    private readonly List<(long Tick, double T, double[] Command, double[]? Before)> _beginnings = [];
    private readonly double[] _before, _motion, _motionBefore;
    private readonly double _longestPauseS;
    private (long Tick, double T)? _last;
    private bool _knowsMotion;
    private long _commands, _compared, _notANumber, _unanchored;

    private MotionReading(EpisodeView view, SafetyContract contract)
    {
        int[] found = [.. contract.Channels.Select(channel => view.Layout.Channels.ToList().IndexOf(channel.Name))];
        _limits = [.. contract.Channels.Where((_, i) => found[i] >= 0)];
        _places = [.. found.Where(place => place >= 0)];
        _channels = [.. _limits.Select(channel => new ChannelMotion(contract, channel, channel is { Continuous: true, Unit.ToSi: { } toSi } ? Math.Tau / toSi : null))];
        string[] names = [.. _limits.Select(channel => channel.Name)];
        _norms = [.. contract.SpeedNorms.Where(norm => norm.Channels.All(names.Contains)).Select(norm => (
            norm.Channels.Select(name => Array.IndexOf(names, name)).ToArray(),
            new MotionPeak("speed", string.Join(", ", norm.Channels), $"{_limits[Array.IndexOf(names, norm.Channels[0])].Unit.Symbol}/s", norm.Max)))];
        _episodes = [.. view.Events.Where(happened => happened.Kind == "episode_start").Select(happened => happened.Tick)];
        _chunks = ChunkStarts.Of(view);
        (_before, _motion, _motionBefore) = (new double[names.Length], new double[names.Length], new double[names.Length]);
        double watchdogS = (contract.Watchdog?.MaxAgeMs ?? 0) / MsPerS;
        _longestPauseS = Math.Max(contract.RateHz is { } rate ? GapPeriods / rate : double.PositiveInfinity, watchdogS);
    }

    /// <summary>Null without a contract.</summary>
    public static MotionFacts? Of(EpisodeView view, List<Diagnostic> findings, CancellationToken cancellation)
    {
        if (view.Contract is not { } contract)
        {
            return null;
        }

        MotionReading reading = new(view, contract);
        try
        {
            view.Commands(reading.Take, cancellation);
            reading.Anchor(view);
        }
        catch (DiagnosticException exception)
        {
            // What was read until then stands, and the finding says that there was more.
            findings.AddRange(exception.Diagnostics);
        }

        return reading.Facts();
    }

    private MotionFacts Facts() => new(
        _commands, _compared, _notANumber, _unanchored, [.. _channels.SelectMany(channel => channel.Peaks).Concat(_norms.Select(norm => norm.Peak)).Select(peak => peak.Extreme()).OfType<MotionExtreme>()]);

    private void Take(long tick, double timeS, ReadOnlySpan<double> row)
    {
        _commands++;
        double[] command = new double[_places.Length];
        for (int i = 0; i < command.Length; i++)
        {
            command[i] = row[_places[i]];
        }

        if (!command.All(double.IsFinite))
        {
            _notANumber++;
            _last = null;
            return;
        }

        if (_chunks?.IsBetween(_last?.T, timeS) == true)
        {
            // How much of the chunk before was executed is not in the recording.
            _knowsMotion = false;
            _unanchored++;
        }
        else if (_last is { } last && tick == last.Tick + 1 && timeS - last.T <= _longestPauseS && !_episodes.Contains(tick))
        {
            Compare(command, _before, tick, timeS);
            Change(tick, timeS);
        }
        else
        {
            Begin(command, tick, timeS);
        }

        command.CopyTo(_before, 0);
        _last = (tick, timeS);
    }

    private void Begin(double[] command, long tick, double timeS)
    {
        _knowsMotion = false;
        if (_channels.All(channel => channel.IsRate))
        {
            Compare(command, command, tick, timeS);
        }
        else if (_beginnings.Count < MostBeginnings)
        {
            _beginnings.Add((tick, timeS, command, _last is null ? null : [.. _before]));
        }
        else
        {
            _unanchored++;
        }
    }

    private void Compare(double[] command, double[] before, long tick, double timeS)
    {
        _compared++;
        for (int i = 0; i < _channels.Length; i++)
        {
            _motion[i] = _channels[i].Motion(command[i], before[i]);
            _channels[i].TakeMotion(_motion[i], tick, timeS);
        }

        foreach ((int[] channels, MotionPeak peak) in _norms)
        {
            peak.Take(Math.Sqrt(channels.Sum(i => _motion[i] * _motion[i])) * _channels[0].RateHz, tick, timeS);
        }
    }

    private void Change(long tick, double timeS)
    {
        for (int i = 0; _knowsMotion && i < _channels.Length; i++)
        {
            _channels[i].TakeChange(_motion[i] - _motionBefore[i], tick, timeS);
        }

        _motion.CopyTo(_motionBefore, 0);
        _knowsMotion = true;
    }

    private void Anchor(EpisodeView view)
    {
        foreach ((long tick, double t, double[] command, double[]? before) in _beginnings)
        {
            ViewStep? step = view.At(t + (0.25 / view.Layout.RateHz));
            double?[] measured = [.. _limits.Select(channel => step?.Values.GetValueOrDefault($"state/{channel.Name}"))];
            double[]? state = step?.Tick == tick && measured.All(value => value is { } number && double.IsFinite(number)) ? [.. measured.Select(value => value!.Value)] : null;
            if (new[] { state, before }.OfType<double[]>().MinBy(from => Worst(command, from)) is { } nearest)
            {
                Compare(command, nearest, tick, t);
            }
            else
            {
                _unanchored++;
            }
        }
    }

    private double Worst(double[] command, double[] from) => _channels.Select((channel, i) => channel.ShareOf(channel.Motion(command[i], from[i]), _limits[i])).DefaultIfEmpty(0).Max();
}
