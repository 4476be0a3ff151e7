namespace Interlock.Core.Contract.Reading;

/// <summary>Every key of the format, by group, in the order in which they are written.</summary>
internal static class ContractKeys
{
    public static readonly string[] Root =
    [
        "interlock", "name", "rate_hz", "action", "channels", "speed_norms", "workspace", "force", "mode", "rate_limiting",
        "watchdog", "escalation", "monitors",
    ];

    public static readonly string[] Action = ["space", "reference"];

    public static readonly string[] Channel =
    [
        "name", "role", "unit", "continuous", "min", "max", "soft_min", "soft_max", "max_step", "max_velocity", "max_acceleration",
        "max_jerk",
    ];

    public static readonly string[] SpeedNorm = ["channels", "max"];

    public static readonly string[] Workspace = ["channels", "min", "max"];

    public static readonly string[] Force = ["max_force_n", "max_torque_nm", "on_exceed"];

    public static readonly string[] Watchdog = ["max_age_ms", "on_stale"];

    public static readonly string[] Escalation = ["max_clip_fraction", "for_steps", "then"];

    public static readonly string[] Monitors = ["profile", "calibration"];
}
