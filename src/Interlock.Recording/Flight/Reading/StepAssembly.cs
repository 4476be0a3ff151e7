using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Flight.Reading;

/// <summary>Puts the messages of a tick together. The timing closes it; messages of a tick that never got one are passed over.</summary>
internal sealed class StepAssembly(FlightLayout layout)
{
    private long? _tick;
    private double[]? _policy;
    private double[]? _unnormalised;
    private double[]? _guarded;
    private double[]? _executed;
    private double[]? _state;
    private double[]? _monitors;
    private (double? ForceN, double? TorqueNm) _force;
    private (string Word, double? ClipFraction, double? Margin)? _verdict;
    private (string State, string Source, int Episode, double PolicyStep, double? Confidence, bool Mark)? _supervisor;

    /// <summary>The step, when this message completes one.</summary>
    public FlightStep? Add(string topic, MessageJson json)
    {
        long tick = json.Whole("tick");
        if (tick != _tick)
        {
            Begin(tick);
        }

        if (topic != FlightTopics.Timing)
        {
            Take(topic, json);
            return null;
        }

        FlightStep step = Complete(tick, json);
        _tick = null;
        return step;
    }

    private void Begin(long tick)
    {
        _tick = tick;
        _policy = _unnormalised = _guarded = _executed = _state = _monitors = null;
        _force = default;
        _verdict = null;
        _supervisor = null;
    }

    private void Take(string topic, MessageJson json)
    {
        int channels = layout.Channels.Count;
        switch (topic)
        {
            case FlightTopics.PolicyRaw:
                _policy = json.Numbers("values", layout.PolicyDimension);
                break;
            case FlightTopics.PolicyAction:
                _unnormalised = json.Numbers("values", channels);
                break;
            case FlightTopics.Guarded:
                _guarded = json.Numbers("values", channels);
                break;
            case FlightTopics.Executed:
                _executed = json.Numbers("values", channels);
                break;
            case FlightTopics.State:
                _state = json.Numbers("values", channels);
                break;
            case FlightTopics.Monitors:
                _monitors = json.Numbers("values", layout.Monitors.Count);
                break;
            case FlightTopics.Force:
                _force = (json.OptionalNumber("force_n"), json.OptionalNumber("torque_nm"));
                break;
            case FlightTopics.Verdict:
                _verdict = (json.Text("verdict"), json.OptionalNumber("clip_fraction"), json.OptionalNumber("margin"));
                break;
            case FlightTopics.Supervisor:
                _supervisor = (json.Text("state"), json.Text("source"), Episode(json), json.Number("policy_step"), json.OptionalNumber("confidence"), json.Truth("mark"));
                break;
        }
    }

    private static int Episode(MessageJson json) =>
        json.Whole("episode") is >= int.MinValue and <= int.MaxValue and long episode ? (int)episode : throw json.Wrong("'episode' is out of range");

    private FlightStep Complete(long tick, MessageJson json)
    {
        if (_verdict is not { } verdict || _supervisor is not { } supervisor)
        {
            throw json.Wrong($"tick {tick} has no verdict or no supervisor state before its timing");
        }

        return new FlightStep
        {
            Tick = tick,
            MonotonicNs = json.Whole("monotonic_ns"),
            UtcNs = json.TimeOf("utc"),
            Episode = supervisor.Episode,
            PolicyStep = supervisor.PolicyStep,
            Verdict = verdict.Word,
            SupervisorState = supervisor.State,
            ActionSource = supervisor.Source,
            Mark = supervisor.Mark,
            Policy = _policy,
            Unnormalised = _unnormalised,
            Guarded = _guarded,
            Executed = _executed,
            State = _state,
            MonitorValues = _monitors,
            ClipFraction = verdict.ClipFraction,
            Margin = verdict.Margin,
            ForceN = _force.ForceN,
            TorqueNm = _force.TorqueNm,
            Confidence = supervisor.Confidence,
            ObservationAgeMs = json.OptionalNumber("observation_age_ms"),
            ChunkAgeMs = json.OptionalNumber("chunk_age_ms"),
            ActionLagMs = json.OptionalNumber("action_lag_ms"),
            LatencyMs = json.OptionalNumber("latency_ms"),
            LatenessNs = json.Whole("lateness_ns"),
            ReadNs = json.Whole("read_ns"),
            ScheduleNs = json.Whole("schedule_ns"),
            GuardNs = json.Whole("guard_ns"),
            SendNs = json.Whole("send_ns"),
        };
    }
}
