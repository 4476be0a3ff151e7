using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Effective;

/// <summary>A configuration as a person reads it before pressing start.</summary>
internal static class EffectiveRows
{
    private const string None = "none";

    /// <summary>As the key documents it.</summary>
    private const double DefaultAskBelowP = 0.01;

    public static IReadOnlyList<EffectiveRow> Of(EffectiveConfig config)
    {
        RunSettings settings = config.Settings;
        return
        [
            new("run", settings.Task is { } task ? $"{settings.Name}: \"{task}\"" : settings.Name),
            new("policy", PolicyText(settings.Policy, config)),
            new("fallback", settings.FallbackPolicy is { } fallback ? PolicyText(fallback, config) : None),
            new("meaning", $"spec {settings.Spec ?? None}, gate {GateText(settings.Gate)}"),
            new("contract", settings.Contract),
            new("robot", RobotText(settings.Robot)),
            new("cameras", settings.Cameras.Count == 0 ? None : string.Join(", ", settings.Cameras.Select(CameraText))),
            new("loop", $"{RateText(config.LoopRateHz)}, priority {EnumWord.Of(settings.Loop.Priority)}, state at most {Ms(settings.Loop.StateMaxAgeMs)} old"),
            new("schedule", ScheduleText(settings.Schedule)),
            new("confidence", ConfidenceText(settings.Confidence)),
            new("supervisor", SupervisorText(settings.Supervisor)),
            new("recording", RecordingText(settings.Recording)),
            new("episodes", EpisodeText(settings.Run)),
            new("set by flag", FlagText(config)),
        ];
    }

    private static string PolicyText(PolicySettings policy, EffectiveConfig config)
    {
        string? source = policy.Url ?? policy.Path ?? (policy.Stages.Count > 0 ? string.Join(" → ", policy.Stages.Select(stage => stage.Path)) : null);
        string members = policy.Members.Count > 0 ? $" of {string.Join(", ", policy.Members.Select(member => EnumWord.Of(member.Kind)))}" : "";
        return $"{EnumWord.Of(policy.Kind)}{members}{(source is null ? "" : $" {source}")}, {RateText(policy.RateHz ?? config.LoopRateHz)}, waits {Ms(policy.TimeoutMs)}";
    }

    private static string GateText(GateSettings? gate) => gate is null ? None : $"{EnumWord.Of(gate.Mode)} at {EnumWord.Of(gate.Level)}, {gate.Certificate}";

    private static string RobotText(RobotSettings robot) =>
        robot.Kind is RobotKind.TableArm or RobotKind.SimulatedArm ? $"{EnumWord.Of(robot.Kind)}, commands take {Ms(robot.Options.LatencyMs)}" : EnumWord.Of(robot.Kind);

    private static string CameraText(CameraSettings camera) =>
        $"{camera.Name} ({EnumWord.Of(camera.Kind)}, {RateText(camera.RateHz)}, at most {Ms(camera.MaxAgeMs)} old)";

    private static string ScheduleText(ScheduleSettings schedule)
    {
        string ask = schedule.RecomputeEverySteps is { } steps ? $"asks every {steps} steps" : $"asks at {ShortNumber.Of(schedule.QueueThreshold)} of a chunk left";
        string fade = schedule.Blending == ChunkBlending.CrossFade ? $" over {schedule.CrossFadeSteps} steps" : "";
        string along = schedule.BrakeAlongChunk ? ", brakes along the chunk" : "";
        return $"{EnumWord.Of(schedule.Blending)}{fade}, {ask}, {EnumWord.Of(schedule.Interpolation)} between steps, {EnumWord.Of(schedule.OnStarvation)} when starved{along}";
    }

    private static string ConfidenceText(ConfidenceSettings confidence)
    {
        if (confidence.Calibration is not { } calibration)
        {
            return "not calibrated: doubt is recorded, nothing follows from it";
        }

        string degrade = confidence.DegradeBelowP is { } p ? $", degrades below p {ShortNumber.Of(p)}" : "";
        return $"{calibration}, asks below p {ShortNumber.Of(confidence.AskBelowP ?? DefaultAskBelowP)}{degrade}";
    }

    private static string SupervisorText(SupervisorSettings supervisor)
    {
        string start = supervisor.AutoStart ? "starts by itself" : "waits for arm and start";
        string resume = supervisor.AutoResume ? "resumes by itself" : "waits for resume";
        return $"{start}, {resume}; observation {Ms(supervisor.ObservationMaxAgeMs)}, policy {Ms(supervisor.PolicyTimeoutMs)}, hung {Ms(supervisor.HungAfterMs)}, "
            + $"{supervisor.ConsecutiveFailures} failures, degraded ×{ShortNumber.Of(supervisor.DegradedLimitScale)}, recorder lost: {EnumWord.Of(supervisor.OnRecorderFailure)}";
    }

    private static string RecordingText(RecordingSettings recording) => recording.Mode switch
    {
        RecordingMode.Off => "off",
        RecordingMode.Ring => $"ring, {ShortNumber.Of(recording.BeforeS, "s")} before and {ShortNumber.Of(recording.AfterS, "s")} after events, to {recording.Path}",
        _ => $"always, to {recording.Path}, flushed every {Ms(recording.FlushMs)}{(recording.Images ? ", with images" : "")}",
    };

    private static string EpisodeText(EpisodeSettings run) =>
        $"{run.Episodes} × {(run.DurationS is { } duration ? ShortNumber.Of(duration, "s") : "until stopped")}, seed {run.Seed}{(run.Shadow ? ", SHADOW: the robot gets no command" : "")}";

    private static string FlagText(EffectiveConfig config)
    {
        string[] changed = [.. config.Entries.Where(entry => entry.Origin.StartsWith("--set", StringComparison.Ordinal)).Select(entry => $"{entry.Path}={entry.Text}")];
        return changed.Length == 0 ? None : string.Join(", ", changed);
    }

    private static string RateText(double? rateHz) => rateHz is { } rate ? ShortNumber.Of(rate, "Hz") : "rate of the contract";

    private static string Ms(double value) => ShortNumber.Of(value, "ms");
}
