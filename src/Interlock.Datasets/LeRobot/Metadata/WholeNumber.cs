using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>Numbers that count or index.</summary>
internal static class WholeNumber
{
    /// <summary>The value as an index; anything but a whole number from 0 to 2³¹ − 1 is an error.</summary>
    public static int Of(double value, string file, string column) =>
        value is >= 0 and <= int.MaxValue && value == Math.Floor(value)
            ? (int)value
            : throw new DiagnosticException(
                LeRobotCodes.IndexNotWhole,
                $"a whole number of 0 or more was expected, found {value}",
                new SourcePlace(file, Key: $"column '{column}'"));
}
