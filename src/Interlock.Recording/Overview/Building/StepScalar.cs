namespace Interlock.Recording.Overview.Building;

/// <summary>The scalars of a step in the order of their columns.</summary>
internal enum StepScalar
{
    ForceN,
    TorqueNm,
    ClipFraction,
    Margin,
    Confidence,
    ObservationAgeMs,
    ChunkAgeMs,
    ActionLagMs,
    LatencyMs,
    LatenessUs,
    ReadUs,
    ScheduleUs,
    GuardUs,
    SendUs,
}
