using System.Globalization;
using Interlock.ExecSpec.Drift;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>Null-action motion as a clause.</summary>
internal static class IdleWords
{
    /// <summary><c>an idle command would move 77 mm/s and turn 1.14 rad/s</c>; null when nothing is known.</summary>
    public static string? Of(NullMotion motion)
    {
        string?[] parts =
        [
            Part("move", motion.MmPerS, "mm/s", "0") ?? Part("move", motion.Mm, "mm", "0"),
            Part($"turn{(motion.LargestJoint is { } joint ? $" {joint}" : "")}", motion.RadPerS, "rad/s", "0.00") ?? Part("turn", motion.Rad, "rad", "0.00"),
        ];
        string words = string.Join(" and ", parts.Where(part => part is not null));
        return words.Length == 0 ? null : $"an idle command would {words}";
    }

    private static string? Part(string verb, double? value, string unit, string format) =>
        value is { } number ? $"{verb} {number.ToString(format, CultureInfo.InvariantCulture)} {unit}" : null;
}
