using Interlock.ExecSpec.Drift;

namespace Interlock.Cli.Verbs.Check;

/// <summary>Null-action motion as a sentence.</summary>
internal static class NullMotionWords
{
    /// <summary>"an idle command would move 77 mm/s and turn 1.14 rad/s", or that it is not known.</summary>
    public static string Sentence(NullMotion motion)
    {
        string joint = motion.LargestJoint is { } name ? $" {name}" : string.Empty;
        string[] speeds = [.. Parts(motion.MmPerS, "mm/s", motion.RadPerS, "rad/s", joint)];
        if (speeds.Length > 0)
        {
            return $"an idle command would {string.Join(" and ", speeds)}";
        }

        string[] shifts = [.. Parts(motion.Mm, "mm", motion.Rad, "rad", joint)];
        return shifts.Length > 0
            ? $"a command to stay would {string.Join(" and ", shifts)}{Each(motion.Idle)}"
            : "what an idle command would do is not known in SI units";
    }

    /// <summary>What to state so that the motion is known; null when nothing is missing.</summary>
    /// <param name="missing">What the specification does not say.</param>
    /// <param name="isSpecFile">True where it is stated in the specification file itself and not by options.</param>
    public static string? Advice(NullMotionGaps missing, bool isSpecFile)
    {
        string[] words = [.. Words.Where(word => missing.HasFlag(word.Gap)).Select(word => isSpecFile ? word.Key : word.Option).Distinct()];
        return words.Length == 0 ? null : $"To see the motion of an idle command, state {string.Join(", ", words)}";
    }

    /// <summary>Millimetres without decimals, as nobody feels tenths of them.</summary>
    public static string Mm(double value) => value.ToString("0");

    public static string Rad(double value) => value.ToString("0.00");

    private static (NullMotionGaps Gap, string Option, string Key)[] Words { get; } =
    [
        (NullMotionGaps.TranslationScale, "--translation-m (metres that a translation command of 1.0 moves; robosuite 0.05)", "physical_per_command and physical_unit of each channel"),
        (NullMotionGaps.RotationScale, "--rotation-rad (radians that a rotation command of 1.0 turns; robosuite 0.5)", "physical_per_command and physical_unit of each channel"),
        (NullMotionGaps.JointScale, "--unit (rad or deg, of each joint)", "unit of each joint"),
        (NullMotionGaps.Rate, "--rate-hz (commands per second; LIBERO 20)", "rate_hz"),
        (NullMotionGaps.Reference, "--reference (delta_step, relative_chunk or absolute)", "reference"),
        (NullMotionGaps.Execute, "the executed steps of a chunk in a specification file", "execute"),
    ];

    private static IEnumerable<string> Parts(double? length, string lengthUnit, double? angle, string angleUnit, string joint)
    {
        if (length is { } move)
        {
            yield return $"move {Mm(move)} {lengthUnit}";
        }

        if (angle is { } turn)
        {
            yield return $"turn{joint} {Rad(turn)} {angleUnit}";
        }
    }

    private static string Each(IdleCommand idle) => idle switch
    {
        IdleCommand.ZeroStep => " every step",
        IdleCommand.ZeroOffset => " every chunk",
        IdleCommand.PresentPose => " and keep it there",
        _ => string.Empty,
    };
}
