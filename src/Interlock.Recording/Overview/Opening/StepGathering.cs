using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Overview.Building;

namespace Interlock.Recording.Overview.Opening;

/// <summary>Puts the messages of a tick together; the timing closes it, as where steps are read one by one.</summary>
internal sealed class StepGathering
{
    private readonly StepFrame _frame;
    private readonly StepJson _json;
    private readonly OverviewBuilder _builder;
    private long? _tick;
    private bool _hasVerdict;
    private bool _hasSupervisor;

    public StepGathering(FlightLayout layout, OverviewBuilder builder)
    {
        _builder = builder;
        _frame = new StepFrame(layout);
        Clear();
        _json = new StepJson(_frame, new WordIndex(builder.Tracks[0].Index), new WordIndex(builder.Tracks[1].Index), new WordIndex(builder.Tracks[2].Index));
    }

    /// <summary>False when the message cannot be used.</summary>
    public bool Add(StepTopic topic, ulong fileNs, ReadOnlySpan<byte> json)
    {
        StepParts parts = _frame.Parts;
        if (_json.Read(topic, json) is not { } tick)
        {
            _frame.Parts = parts;
            return false;
        }

        if (_tick is not null && tick != _tick)
        {
            Clear();
            _ = _json.Read(topic, json);
        }

        _tick = tick;
        _frame.Tick = tick;

        _hasVerdict |= topic == StepTopic.Verdict;
        _hasSupervisor |= topic == StepTopic.Supervisor;
        return topic != StepTopic.Timing || Complete(fileNs);
    }

    private void Clear()
    {
        _tick = null;
        _hasVerdict = _hasSupervisor = false;
        _frame.Parts = StepParts.None;
        _frame.ForceN = _frame.TorqueNm = _frame.ClipFraction = _frame.Margin = _frame.Confidence = null;
        _frame.ObservationAgeMs = _frame.ChunkAgeMs = _frame.ActionLagMs = _frame.LatencyMs = null;
        _frame.LatenessNs = _frame.ReadNs = _frame.ScheduleNs = _frame.GuardNs = _frame.SendNs = 0;
    }

    private bool Complete(ulong fileNs)
    {
        bool whole = _hasVerdict && _hasSupervisor;
        if (whole)
        {
            _builder.AddRead(_frame, (long)Math.Min(fileNs, long.MaxValue));
        }

        Clear();
        return whole;
    }
}
