using System.Globalization;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>Names of the rows of statistics: <c>min</c>, <c>max</c>, <c>mean</c>, <c>std</c> and quantiles such as <c>q01</c>.</summary>
internal static class StatisticRow
{
    private const int QuantileNameLength = 3;
    private const double Hundredths = 100;

    private static readonly string[] Moments = ["min", "max", "mean", "std"];

    public static bool IsKnown(string name) => Moments.Contains(name) || LevelOf(name) is not null;

    /// <summary>0.01 for <c>q01</c>; null for anything but q and two digits.</summary>
    public static double? LevelOf(string name) =>
        name.Length == QuantileNameLength && name[0] == 'q' && int.TryParse(name.AsSpan(1), NumberStyles.None, null, out int hundredths)
            ? hundredths / Hundredths
            : null;
}
