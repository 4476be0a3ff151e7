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
            Part("move", motion.MmPerS, "mm/s") ?? Part("move", motion.Mm, "mm"),
            Part($"turn{Joint(motion)}", motion.RadPerS, "rad/s") ?? Part($"turn{Joint(motion)}", motion.Rad, "rad"),
        ];
        string words = string.Join(" and ", parts.Where(part => part is not null));
        return words.Length == 0 ? null : $"an idle command would {words}";
    }

    private static string Joint(NullMotion motion) => motion.LargestJoint is { } joint ? $" {joint}" : "";

    private static string? Part(string verb, double? value, string unit) => value is { } number ? $"{verb} {Digits(number, unit)} {unit}" : null;

    /// <summary>Whole millimetres and hundredths of a radian; of less, enough digits to compare with what is tolerated.</summary>
    private static string Digits(double value, string unit)
    {
        bool isLength = unit.StartsWith("mm", StringComparison.Ordinal);
        string format = (isLength, value) switch
        {
            (true, < 10) => "0.##",
            (true, _) => "0",
            (false, < 0.1) => "0.####",
            (false, _) => "0.00",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
