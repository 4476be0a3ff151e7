using System.Text;
using System.Text.Json;
using Interlock.Core.Units;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Recording.Flight.Encoding;

/// <summary>One step as messages, one per stream; the timing comes last, so that a step with its timing is whole.</summary>
internal sealed class StepEncoder
{
    private readonly FlightChannels _channels;
    private readonly MessageGate _gate;
    private readonly JsonText _json = new();
    private readonly byte[][] _verdicts;
    private readonly byte[][] _states;
    private readonly byte[][] _sources;
    private readonly JointStatesEncoder _joints;

    public StepEncoder(FlightChannels channels, MessageGate gate, FlightLayout layout, double viewerRateHz)
    {
        _channels = channels;
        _gate = gate;
        _verdicts = Quoted(layout.Verdicts);
        _states = Quoted(layout.SupervisorStates);
        _sources = Quoted(layout.ActionSources);
        _joints = new JointStatesEncoder(layout, viewerRateHz);
    }

    public void Write(StepFrame step, ulong timeNs)
    {
        Values(step, timeNs, StepParts.Policy, _channels.PolicyRaw, step.Policy);
        Values(step, timeNs, StepParts.Unnormalised, _channels.PolicyAction, step.Unnormalised);
        Values(step, timeNs, StepParts.Guarded, _channels.Guarded, step.Guarded);
        Values(step, timeNs, StepParts.Executed, _channels.Executed, step.Executed);
        Values(step, timeNs, StepParts.State, _channels.State, step.State);
        Values(step, timeNs, StepParts.Monitors, _channels.Monitors, step.MonitorValues);
        Joints(step, timeNs);
        Force(step, timeNs);
        Verdict(step, timeNs);
        Supervisor(step, timeNs);
        Timing(step, timeNs);
    }

    private static byte[][] Quoted(IReadOnlyList<string> words) => [.. words.Select(word => JsonSerializer.SerializeToUtf8Bytes(word))];

    // A number that the layout has no word for stays a number.
    private static byte[] Word(byte[][] words, int index) =>
        (uint)index < (uint)words.Length ? words[index] : System.Text.Encoding.ASCII.GetBytes($"\"{index}\"");

    private JsonText Begin(StepFrame step) => _json.Begin().Raw("{\"tick\":"u8).Number(step.Tick);

    private void End(StepFrame step, ulong timeNs, ushort channel) =>
        _gate.Write(channel, (uint)step.Tick, timeNs, _json.Raw("}"u8).Written);

    private void Values(StepFrame step, ulong timeNs, StepParts part, ushort channel, ReadOnlySpan<double> values)
    {
        if ((step.Parts & part) != 0)
        {
            Begin(step).Raw(",\"values\":"u8).Numbers(values);
            End(step, timeNs, channel);
        }
    }

    private void Joints(StepFrame step, ulong timeNs)
    {
        if ((step.Parts & StepParts.State) != 0 && _joints.IsDue(timeNs))
        {
            _joints.Write(_json.Begin(), step.State, timeNs);
            _gate.Write(_channels.JointStates, (uint)step.Tick, timeNs, _json.Written);
        }
    }

    private void Force(StepFrame step, ulong timeNs)
    {
        if (step.ForceN is not null || step.TorqueNm is not null)
        {
            Begin(step).Raw(",\"force_n\":"u8).Number(step.ForceN).Raw(",\"torque_nm\":"u8).Number(step.TorqueNm);
            End(step, timeNs, _channels.Force);
        }
    }

    private void Verdict(StepFrame step, ulong timeNs)
    {
        Begin(step).Raw(",\"verdict\":"u8).Raw(Word(_verdicts, step.Verdict))
            .Raw(",\"clip_fraction\":"u8).Number(step.ClipFraction)
            .Raw(",\"margin\":"u8).Number(step.Margin);
        End(step, timeNs, _channels.Verdict);
    }

    private void Supervisor(StepFrame step, ulong timeNs)
    {
        Begin(step).Raw(",\"state\":"u8).Raw(Word(_states, step.SupervisorState))
            .Raw(",\"source\":"u8).Raw(Word(_sources, step.ActionSource))
            .Raw(",\"episode\":"u8).Number((long)step.Episode)
            .Raw(",\"policy_step\":"u8).Number(step.PolicyStep)
            .Raw(",\"confidence\":"u8).Number(step.Confidence)
            .Raw(",\"mark\":"u8).Raw(step.Mark ? "true"u8 : "false"u8);
        End(step, timeNs, _channels.Supervisor);
    }

    private void Timing(StepFrame step, ulong timeNs)
    {
        Begin(step).Raw(",\"monotonic_ns\":"u8).Number(step.MonotonicNs)
            .Raw(",\"utc\":"u8).Time((ulong)Math.Max(0, step.UtcNs))
            .Raw(",\"lateness_ns\":"u8).Number(step.LatenessNs)
            .Raw(",\"read_ns\":"u8).Number(step.ReadNs)
            .Raw(",\"schedule_ns\":"u8).Number(step.ScheduleNs)
            .Raw(",\"guard_ns\":"u8).Number(step.GuardNs)
            .Raw(",\"send_ns\":"u8).Number(step.SendNs)
            .Raw(",\"observation_age_ms\":"u8).Number(step.ObservationAgeMs)
            .Raw(",\"chunk_age_ms\":"u8).Number(step.ChunkAgeMs)
            .Raw(",\"action_lag_ms\":"u8).Number(step.ActionLagMs)
            .Raw(",\"latency_ms\":"u8).Number(step.LatencyMs);
        End(step, timeNs, _channels.Timing);
    }
}
