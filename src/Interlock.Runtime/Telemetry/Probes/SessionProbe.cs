using Interlock.Core.Text;
using Interlock.Guard.Interventions;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Session;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Telemetry.Catalogue;

namespace Interlock.Runtime.Telemetry.Probes;

/// <summary>
/// A session as telemetry sees it. Everything is read from what the control thread keeps anyway, in single words or behind sequence locks: the
/// loop neither knows of it nor waits for it.
/// </summary>
internal sealed class SessionProbe(SessionParts parts, ControlLoop loop, EpisodeTally tally) : IMetricProbe
{
    private const double NsPerS = 1e9;

    private readonly SupervisorCount _supervisor = new(parts.Loop.Supervisor);
    private readonly MarginReader _margins = new(parts.Loop.Guard.Contract.Channels, loop.LastCommand);

    /// <summary>Every cause for which the guard changed or refused an action.</summary>
    public InterventionTable Causes => tally.Causes;

    /// <summary>The guard's sentence about an intervention.</summary>
    public string Explain(in Intervention item) => parts.Loop.Guard.Explain(item);

    /// <summary>The name of a channel; the word for the whole action where it is none.</summary>
    public string ChannelOf(in Intervention item) =>
        item.Channel >= 0 ? parts.Loop.Guard.Contract.Channels[item.Channel].Name : MetricCatalogue.WholeAction;

    public void Read(MetricBoard board)
    {
        ReadLoop(board);
        ReadGuard(board);
        _supervisor.Read(board);
        ReadPolicy(board);
        ReadRecorder(board);
        foreach (EpisodeOutcome outcome in Enum.GetValues<EpisodeOutcome>())
        {
            board.Set(MetricCatalogue.Episodes, tally.CountOf(outcome), EnumWord.Of(outcome));
        }
    }

    private void ReadLoop(MetricBoard board)
    {
        board.Set(MetricCatalogue.Ticks, loop.Tick);
        board.Set(MetricCatalogue.Lateness, tally.Lateness);
        board.Set(MetricCatalogue.Work, tally.Work);
        board.Set(MetricCatalogue.MissedTicks, loop.MissedTicks);
        board.Set(MetricCatalogue.ClockSteps, loop.WallClockSteps);
        SetAge(board, MetricCatalogue.StateAge, loop.Senses.StateAgeNs);
        SetAge(board, MetricCatalogue.ImageAge, loop.Senses.ObservationAgeNs);
    }

    private void ReadGuard(MetricBoard board)
    {
        foreach ((_, long count, Intervention newest) in tally.Causes.Read())
        {
            board.Set(MetricCatalogue.Interventions, count, newest.Code, ChannelOf(newest));
        }

        board.Set(MetricCatalogue.ClipFraction, tally.Clips);
        _margins.Read(board);
    }

    private void ReadPolicy(MetricBoard board)
    {
        board.Set(MetricCatalogue.PolicyLatency, parts.Answers.RoundTrip);
        board.Set(MetricCatalogue.PolicyFailures, parts.Answers.Failed);
        board.Set(MetricCatalogue.ChunksRefused, loop.Intake.Refused);
        ChunkInUse chunk = loop.Intake.Chunk;
        if (chunk.IsKnown)
        {
            board.Set(MetricCatalogue.ChunkAge, Math.Max(0, parts.Loop.Clock.NowNs - chunk.ObservedAtNs) / NsPerS);
        }
    }

    private void ReadRecorder(MetricBoard board)
    {
        if (parts.Recorder is null || parts.RecordingPath is null)
        {
            return;
        }

        FlightHealth health = parts.Recorder.Health;
        board.Set(MetricCatalogue.RecorderSteps, health.StepsWritten);
        board.Set(MetricCatalogue.RecorderDropped, health.StepsDropped + health.EventsDropped + health.ItemsDropped);
        board.Set(MetricCatalogue.RecorderBytes, health.BytesWritten);
        board.Set(MetricCatalogue.RecorderFailed, health.Fault is null ? 0 : 1);
    }

    private static void SetAge(MetricBoard board, MetricInfo metric, long? ageNs)
    {
        if (ageNs is { } age and not SupervisorInput.NeverSeenNs)
        {
            board.Set(metric, age / NsPerS);
        }
    }
}
