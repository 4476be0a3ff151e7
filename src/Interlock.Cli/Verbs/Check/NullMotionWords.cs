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
    public static string? Advice(NullMotionGaps missing)
    {
        string[] flags = [.. Flags.Where(flag => missing.HasFlag(flag.Gap)).Select(flag => flag.Text)];
        return flags.Length == 0 ? null : $"to see the motion of an idle command, state {string.Join(", ", flags)}";
    }

    /// <summary>Millimetres without decimals, as nobody feels tenths of them.</summary>
    public static string Mm(double value) => value.ToString("0");

    public static string Rad(double value) => value.ToString("0.00");

    private static (NullMotionGaps Gap, string Text)[] Flags { get; } =
    [
        (NullMotionGaps.TranslationScale, "--translation-m (metres that a translation command of 1.0 moves; robosuite 0.05)"),
        (NullMotionGaps.RotationScale, "--rotation-rad (radians that a rotation command of 1.0 turns; robosuite 0.5)"),
        (NullMotionGaps.Rate, "--rate-hz (commands per second; LIBERO 20)"),
        (NullMotionGaps.Reference, "--reference (delta_step, relative_chunk or absolute)"),
        (NullMotionGaps.JointScale, "the unit of each joint in a specification file"),
        (NullMotionGaps.Execute, "the executed steps of a chunk in a specification file"),
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
        _ => string.Empty,
    };
}
