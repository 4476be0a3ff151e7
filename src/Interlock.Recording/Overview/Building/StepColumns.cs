using Interlock.Recording.Flight.Steps;

namespace Interlock.Recording.Overview.Building;

/// <summary>Signals of a step by their column.</summary>
internal sealed class StepColumns(SignalColumns columns, StepFrame step)
{
    public const double NsPerUs = 1e3;

    /// <summary>Null when the step does not have it.</summary>
    public double? Of(int signal) => signal switch
    {
        _ when signal < columns.Policy => Row(StepParts.Policy, step.Policy, signal),
        _ when signal < columns.Guarded => Row(StepParts.Unnormalised, step.Unnormalised, signal - columns.Policy),
        _ when signal < columns.Executed => Row(StepParts.Guarded, step.Guarded, signal - columns.Guarded),
        _ when signal < columns.State => Row(StepParts.Executed, step.Executed, signal - columns.Executed),
        _ when signal < columns.Monitors => Row(StepParts.State, step.State, signal - columns.State),
        _ when signal < columns.FirstScalar => Row(StepParts.Monitors, step.MonitorValues, signal - columns.Monitors),
        _ => Scalar(step, (StepScalar)(signal - columns.FirstScalar)),
    };

    public static double? Scalar(StepFrame step, StepScalar scalar) => scalar switch
    {
        StepScalar.ForceN => step.ForceN,
        StepScalar.TorqueNm => step.TorqueNm,
        StepScalar.ClipFraction => step.ClipFraction,
        StepScalar.Margin => step.Margin,
        StepScalar.Confidence => step.Confidence,
        StepScalar.ObservationAgeMs => step.ObservationAgeMs,
        StepScalar.ChunkAgeMs => step.ChunkAgeMs,
        StepScalar.ActionLagMs => step.ActionLagMs,
        StepScalar.LatencyMs => step.LatencyMs,
        StepScalar.LatenessUs => step.LatenessNs / NsPerUs,
        StepScalar.ReadUs => step.ReadNs / NsPerUs,
        StepScalar.ScheduleUs => step.ScheduleNs / NsPerUs,
        StepScalar.GuardUs => step.GuardNs / NsPerUs,
        _ => step.SendNs / NsPerUs,
    };

    private double? Row(StepParts part, ReadOnlySpan<double> values, int index) => (step.Parts & part) != 0 ? values[index] : null;
}
