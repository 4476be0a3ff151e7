using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Check;

/// <summary>The published numbers in the file form of OpenVLA; extremes and the gripper's mean and std are made up.</summary>
internal static class LiberoStatistics
{
    public static string Json { get; } = JsonSerializer.Serialize(LiberoNumbers.Entries.ToDictionary(entry => entry.Key, entry => new
    {
        action = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["q01"] = entry.Value.Q01.Append(0),
            ["q99"] = entry.Value.Q99.Append(1),
            ["mean"] = entry.Value.Mean.Append(0.5),
            ["std"] = entry.Value.Std.Append(0.5),
            ["min"] = Reach(-1, 0),
            ["max"] = Reach(1, 1),
            ["mask"] = new[] { true, true, true, true, true, true, false },
        },
    }));

    private static double[] Reach(double sign, double gripper)
    {
        (double length, double angle) = (sign * LiberoNumbers.ReachOfTranslation, sign * LiberoNumbers.ReachOfRotation);
        return [length, length, length, angle, angle, angle, gripper];
    }
}
