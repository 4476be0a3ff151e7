using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Core.Units;
using Interlock.Recording.Flight.Reading;

namespace Interlock.Recording.Episodes;

/// <summary>
/// A flight recording as a source of episodes at the rate of the control loop. An episode is a run of ticks without a gap that have the
/// chosen row and one episode number: where the loop held or ticks were dropped, the next begins. Needs memory for one episode.
/// </summary>
public sealed class RecordedSession : IEpisodeSource
{
    private const double NsPerS = 1e9;

    private readonly string _path;
    private readonly RecordedSignal _signal;

    private RecordedSession(string path, RecordedSignal signal, EpisodeSourceDescription description)
    {
        _path = path;
        _signal = signal;
        Description = description;
    }

    /// <inheritdoc />
    public EpisodeSourceDescription Description { get; }

    /// <summary>Opens a recording.</summary>
    /// <param name="path">An MCAP file of the flight recorder; one that was not finished is recovered.</param>
    /// <param name="signal">What stands for the action. Default what went to the guard.</param>
    /// <exception cref="DiagnosticException">As <see cref="FlightLog.Open"/>.</exception>
    public static RecordedSession Open(string path, RecordedSignal signal = RecordedSignal.Unnormalised)
    {
        using FlightLog log = FlightLog.Open(path);
        bool raw = signal == RecordedSignal.Policy;
        EpisodeSourceDescription description = new()
        {
            Location = path,
            Format = "mcap",
            Version = "interlock.flight/1",
            RateHz = log.Layout.RateHz,
            ActionChannels = raw ? [.. Enumerable.Range(0, log.Layout.PolicyDimension).Select(i => $"action_{i}")] : log.Layout.Channels,
            ActionUnits = raw ? [.. Enumerable.Repeat(ChannelUnit.None, log.Layout.PolicyDimension)] : log.Layout.Units,
            StateChannels = log.Layout.Channels,
            RobotType = log.Session.Robot,
        };
        return new RecordedSession(path, signal, description);
    }

    /// <inheritdoc />
    public IEnumerable<Episode> ReadEpisodes()
    {
        using FlightLog log = FlightLog.Open(_path);
        List<FlightStep> run = [];
        int index = 0;
        foreach (FlightStep step in log.Steps())
        {
            if (run.Count > 0 && !Continues(run[^1], step))
            {
                yield return Make(index++, run, log.Session.Task);
                run.Clear();
            }

            if (Row(step) is not null)
            {
                run.Add(step);
            }
        }

        if (run.Count > 0)
        {
            yield return Make(index, run, log.Session.Task);
        }
    }

    private bool Continues(FlightStep last, FlightStep next) => next.Tick == last.Tick + 1 && next.Episode == last.Episode && Row(next) is not null;

    private double[]? Row(FlightStep step) => _signal switch
    {
        RecordedSignal.Guarded => step.Guarded,
        RecordedSignal.Executed => step.Executed,
        RecordedSignal.Policy => step.Policy,
        _ => step.Unnormalised,
    };

    private Episode Make(int index, List<FlightStep> run, string? task)
    {
        bool hasStates = run.TrueForAll(step => step.State is not null);
        return new Episode
        {
            Index = index,
            Length = run.Count,
            Actions = [.. run.SelectMany(step => Row(step)!)],
            ActionDimension = Description.ActionChannels.Count,
            States = hasStates ? [.. run.SelectMany(step => step.State!)] : null,
            StateDimension = hasStates ? Description.StateChannels.Count : 0,
            TimestampsS = [.. run.Select(step => (step.MonotonicNs - run[0].MonotonicNs) / NsPerS)],
            Task = task,
        };
    }
}
