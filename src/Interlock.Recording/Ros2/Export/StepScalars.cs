using Interlock.Recording.Flight.Reading;

namespace Interlock.Recording.Ros2.Export;

/// <summary>The single numbers of a step that become a topic each, their unit at the end of the name.</summary>
internal static class StepScalars
{
    private const double MsPerNs = 1e-6;

    public static IReadOnlyList<(string Parent, string Name, Func<FlightStep, double?> Of)> All { get; } =
    [
        ("/guard", "margin", step => step.Margin),
        ("/guard", "clip_fraction", step => step.ClipFraction),
        ("/supervisor", "confidence", step => step.Confidence),
        ("/robot", "force_n", step => step.ForceN),
        ("/robot", "torque_nm", step => step.TorqueNm),
        ("/loop", "observation_age_ms", step => step.ObservationAgeMs),
        ("/loop", "chunk_age_ms", step => step.ChunkAgeMs),
        ("/loop", "action_lag_ms", step => step.ActionLagMs),
        ("/loop", "latency_ms", step => step.LatencyMs),
        ("/loop", "lateness_ms", step => step.LatenessNs * MsPerNs),
    ];
}
