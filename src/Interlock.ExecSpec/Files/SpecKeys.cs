namespace Interlock.ExecSpec.Files;

/// <summary>Every key of the format, by group, in the order in which they are written.</summary>
internal static class SpecKeys
{
    /// <summary>Points editors to the schema; says nothing about the policy.</summary>
    public const string Schema = "$schema";

    public const string Tag = "interlock";
    public const string Name = "name";
    public const string Unnormaliser = "unnormaliser";

    /// <summary>What the other keys of the unnormaliser amount to, for people.</summary>
    public const string Effective = "effective";

    public static readonly string[] Root =
        [Schema, Tag, Name, "policy", "observation", "action", Unnormaliser, "gripper", "controller", "siblings"];

    public static readonly string[] Policy = [Name, "family", "revision", "library", "library_version", "dtype", "sampler_steps"];

    public static readonly string[] Observation = ["cameras", "state", "prompt"];

    public static readonly string[] Camera =
    [
        "role", "key", "width", "height", "color", "layout", "dtype", "rotate_deg", "flip", "crop", "resize", "optical_frame", "max_age_ms",
    ];

    public static readonly string[] State = ["channels", "units", "normaliser"];

    public static readonly string[] Prompt = ["template", "case", "trailing_punctuation"];

    public static readonly string[] Action = ["quantity", "reference", "rate_hz", "horizon", "execute", "channels", "rotations"];

    public static readonly string[] Channel = [Name, "role", "unit", "physical_per_command", "physical_unit", "frame", "reference"];

    public static readonly string[] Rotation = ["form", "composition", "channels"];

    public static readonly string[] Normaliser = ["key", "scheme", "low_quantile", "high_quantile", "mask", "statistics", "arithmetic"];

    public static readonly string[] CheckedNormaliser = [.. Normaliser, Effective];

    public static readonly string[] Statistics = ["channels", "timesteps", "min", "max", "mean", "std", "quantiles"];

    public static readonly string[] Quantile = ["level", "values"];

    public static readonly string[] Arithmetic =
        ["epsilon_rule", "forward_epsilon", "inverse_epsilon", "forward_clip", "inverse_clip", "zero_range_becomes_zero"];

    public static readonly string[] EffectiveMap = ["scale", "offset"];

    public static readonly string[] Gripper =
        ["channel", "policy_open", "policy_closed", "threshold", "tie", "controller_open", "controller_closed"];

    public static readonly string[] Controller =
    [
        "kind", "reference", "joint_order", "command_unit", "robot_model", "serials", "urdf_sha256", "limits_sha256", "calibration_sha256",
    ];
}
