using System.Runtime.InteropServices;

namespace Interlock.Recording.Flight.Steps;

/// <summary>The scalars of a step as they cross the ring, in front of its rows.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct StepHead
{
    public long MonotonicNs;
    public long UtcNs;
    public long Tick;
    public double PolicyStep;
    public long LatenessNs;
    public long ReadNs;
    public long ScheduleNs;
    public long GuardNs;
    public long SendNs;
    public double? ObservationAgeMs;
    public double? ChunkAgeMs;
    public double? ActionLagMs;
    public double? LatencyMs;
    public double? ClipFraction;
    public double? ForceN;
    public double? TorqueNm;
    public double? Confidence;
    public double? Margin;
    public int Episode;
    public int Verdict;
    public int SupervisorState;
    public int ActionSource;
    public StepParts Parts;
    public bool Mark;
}
