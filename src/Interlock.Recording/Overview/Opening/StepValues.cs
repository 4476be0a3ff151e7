using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Overview.Building;

namespace Interlock.Recording.Overview.Opening;

/// <summary>A step that was read as one row of signals.</summary>
internal static class StepValues
{
    public static IReadOnlyList<double?> Of(FlightStep step, FlightLayout layout)
    {
        int channels = layout.Channels.Count;
        return
        [
            .. Row(step.Policy, layout.PolicyDimension), .. Row(step.Unnormalised, channels), .. Row(step.Guarded, channels), .. Row(step.Executed, channels),
            .. Row(step.State, channels), .. Row(step.MonitorValues, layout.Monitors.Count), step.ForceN, step.TorqueNm, step.ClipFraction, step.Margin, step.Confidence,
            step.ObservationAgeMs, step.ChunkAgeMs, step.ActionLagMs, step.LatencyMs, Us(step.LatenessNs), Us(step.ReadNs), Us(step.ScheduleNs), Us(step.GuardNs), Us(step.SendNs),
        ];
    }

    private static double Us(long ns) => ns / StepColumns.NsPerUs;

    private static IEnumerable<double?> Row(double[]? values, int count) => values?.Select(value => (double?)value) ?? Enumerable.Repeat<double?>(null, count);
}
