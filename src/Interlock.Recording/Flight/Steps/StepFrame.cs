using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Flight.Steps;

/// <summary>
/// One step to be filled and committed, again and again, by the control thread. Values stay from step to step until they are set anew; the
/// spans lie in the frame itself, so that filling costs one copy. Allocates nothing.
/// </summary>
public sealed class StepFrame
{
    // Rows are doubles and begin where doubles may.
    private static readonly int HeadBytes = (Unsafe.SizeOf<StepHead>() + sizeof(double) - 1) / sizeof(double) * sizeof(double);

    private readonly byte[] _record;
    private readonly int _channels;
    private readonly int _policyDimension;
    private StepHead _head;

    internal StepFrame(FlightLayout layout)
    {
        _channels = layout.Channels.Count;
        _policyDimension = layout.PolicyDimension;
        _record = new byte[HeadBytes + (sizeof(double) * (_policyDimension + (4 * _channels) + layout.Monitors.Count))];
        _head.Parts = StepParts.All;
    }

    /// <summary>Monotonic time of the loop's clock at the beginning of the tick, ns. Must increase from commit to commit.</summary>
    public long MonotonicNs { get => _head.MonotonicNs; set => _head.MonotonicNs = value; }

    /// <summary>The wall clock at the same moment, ns since 1970-01-01 UTC.</summary>
    public long UtcNs { get => _head.UtcNs; set => _head.UtcNs = value; }

    /// <summary>Number of the control tick, from 0, up by one each tick.</summary>
    public long Tick { get => _head.Tick; set => _head.Tick = value; }

    /// <summary>Number of the episode within the session, from 0.</summary>
    public int Episode { get => _head.Episode; set => _head.Episode = value; }

    /// <summary>Place on the policy's own scale of steps; between two whole numbers where the loop interpolates.</summary>
    public double PolicyStep { get => _head.PolicyStep; set => _head.PolicyStep = value; }

    /// <summary>Index into <see cref="FlightLayout.Verdicts"/>.</summary>
    public int Verdict { get => _head.Verdict; set => _head.Verdict = value; }

    /// <summary>Index into <see cref="FlightLayout.SupervisorStates"/>.</summary>
    public int SupervisorState { get => _head.SupervisorState; set => _head.SupervisorState = value; }

    /// <summary>Index into <see cref="FlightLayout.ActionSources"/>.</summary>
    public int ActionSource { get => _head.ActionSource; set => _head.ActionSource = value; }

    /// <summary>How late the tick began, ns.</summary>
    public long LatenessNs { get => _head.LatenessNs; set => _head.LatenessNs = value; }

    /// <summary>Time that reading the robot took, ns.</summary>
    public long ReadNs { get => _head.ReadNs; set => _head.ReadNs = value; }

    /// <summary>Time that choosing the action took, ns.</summary>
    public long ScheduleNs { get => _head.ScheduleNs; set => _head.ScheduleNs = value; }

    /// <summary>Time that the guard took, ns.</summary>
    public long GuardNs { get => _head.GuardNs; set => _head.GuardNs = value; }

    /// <summary>Time that sending took, ns.</summary>
    public long SendNs { get => _head.SendNs; set => _head.SendNs = value; }

    /// <summary>Age of the observation behind the action, ms; null without one.</summary>
    public double? ObservationAgeMs { get => _head.ObservationAgeMs; set => _head.ObservationAgeMs = value; }

    /// <summary>Age of the chunk behind the action, ms; null without one.</summary>
    public double? ChunkAgeMs { get => _head.ChunkAgeMs; set => _head.ChunkAgeMs = value; }

    /// <summary>How much later than meant the action is executed, ms: the age that the guard's watchdog judges; null when it is no policy's action.</summary>
    public double? ActionLagMs { get => _head.ActionLagMs; set => _head.ActionLagMs = value; }

    /// <summary>Time from the observation to its first executed action, ms; null when it is no policy's action.</summary>
    public double? LatencyMs { get => _head.LatencyMs; set => _head.LatencyMs = value; }

    /// <summary>Largest change by the guard relative to the channel's span, 0 and up; null when the guard did not run.</summary>
    public double? ClipFraction { get => _head.ClipFraction; set => _head.ClipFraction = value; }

    /// <summary>Contact force at the tool, N; null where it is not measured.</summary>
    public double? ForceN { get => _head.ForceN; set => _head.ForceN = value; }

    /// <summary>Contact torque at the tool, N·m; null where it is not measured.</summary>
    public double? TorqueNm { get => _head.TorqueNm; set => _head.TorqueNm = value; }

    /// <summary>Confidence, 0 to 1; null where none is computed.</summary>
    public double? Confidence { get => _head.Confidence; set => _head.Confidence = value; }

    /// <summary>Smallest distance to a limit as a fraction of that limit's span; null where none is computed.</summary>
    public double? Margin { get => _head.Margin; set => _head.Margin = value; }

    /// <summary>Which rows have a value. Default all.</summary>
    public StepParts Parts { get => _head.Parts; set => _head.Parts = value; }

    /// <summary>True makes this step a trigger of <see cref="FlightTrigger"/>.</summary>
    public bool Mark { get => _head.Mark; set => _head.Mark = value; }

    /// <summary>The action as the policy wrote it, D values.</summary>
    public Span<double> Policy => Rows[.._policyDimension];

    /// <summary>The action in contract channels and units before the guard, C values.</summary>
    public Span<double> Unnormalised => ChannelRow(0);

    /// <summary>What the guard let through, C values.</summary>
    public Span<double> Guarded => ChannelRow(1);

    /// <summary>What was sent to the robot, C values.</summary>
    public Span<double> Executed => ChannelRow(2);

    /// <summary>What the robot measured, C values.</summary>
    public Span<double> State => ChannelRow(3);

    /// <summary>Values of the monitors, M of them.</summary>
    public Span<double> MonitorValues => Rows[(_policyDimension + (4 * _channels))..];

    internal int RecordBytes => _record.Length;

    private Span<double> Rows => MemoryMarshal.Cast<byte, double>(_record.AsSpan(HeadBytes));

    /// <summary>The whole step as it crosses the ring.</summary>
    internal ReadOnlySpan<byte> Packed()
    {
        MemoryMarshal.Write(_record, in _head);
        return _record;
    }

    /// <summary>Room for a step from the ring; <see cref="Unpack"/> follows.</summary>
    internal Span<byte> Buffer() => _record;

    internal void Unpack() => _head = MemoryMarshal.Read<StepHead>(_record);

    private Span<double> ChannelRow(int row) => Rows.Slice(_policyDimension + (row * _channels), _channels);
}
