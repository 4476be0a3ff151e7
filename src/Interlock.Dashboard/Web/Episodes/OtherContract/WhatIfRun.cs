using Interlock.Dashboard.Series;
using Interlock.Dashboard.Web.Answers;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Replay;

namespace Interlock.Dashboard.Web.Episodes.OtherContract;

/// <summary>One answer to "what if", kept for pages that look at it: commands, verdicts and differences, in bounded memory.</summary>
internal sealed class WhatIfRun : IReplayWatcher
{
    /// <summary>Differences that are kept, of however many there are; ours.</summary>
    public const int MostDifferences = 200_000;

    private readonly long _startNs;
    private const double NsPerS = 1e9;
    private readonly List<WhatIfDifference> _differences = [];
    private readonly OtherCommands _commands;
    private readonly OtherVerdicts _verdicts;
    private readonly Dictionary<string, string> _units;

    public WhatIfRun(EpisodeView view)
    {
        _startNs = view.Session.StartMonotonicNs;
        _commands = new OtherCommands(view.Layout.Channels.Count, view.Counts.Steps, view.Layout.RateHz);
        _verdicts = new OtherVerdicts(view.Layout.RateHz);
        _units = view.Layout.Channels.Zip(view.Layout.Units).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second.Symbol);
        Channels = [.. view.Layout.Channels];
        Path = view.Path;
    }

    public string Path { get; }

    public IReadOnlyList<string> Channels { get; }

    /// <summary>Those that are kept, in the order of time.</summary>
    public IReadOnlyList<WhatIfDifference> Differences => _differences;

    public IReadOnlyList<SpanAnswer> OtherVerdicts => _verdicts.Spans;

    /// <summary>Steps that stand together in the drawn commands.</summary>
    public int StepsTogether => _commands.Group;

    public void Take(FlightStep step, ReadOnlySpan<double> command, ReplayedDifference? difference)
    {
        double t = TimeOf(step);
        _commands.Add(t, command);
        if (difference is null)
        {
            return;
        }

        if (difference.RecordedVerdict != difference.ReplayedVerdict)
        {
            _verdicts.Add(t, difference.RecordedVerdict, difference.ReplayedVerdict);
        }

        if (_differences.Count < MostDifferences)
        {
            _differences.Add(new WhatIfDifference(
                t, difference.Channel ?? "", difference.RecordedValue, difference.ReplayedValue, difference.Channel is { } channel ? _units.GetValueOrDefault(channel, "") : "",
                difference.RecordedVerdict, difference.ReplayedVerdict));
        }
    }

    public IReadOnlyList<SignalSlice> Slice(IReadOnlyList<int> channels, double t0, double t1, int buckets) => _commands.Slice(channels, t0, t1, buckets);

    private double TimeOf(FlightStep step) => (step.MonotonicNs - _startNs) / NsPerS;
}
