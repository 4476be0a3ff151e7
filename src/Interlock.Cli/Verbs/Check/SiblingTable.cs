using Interlock.Cli.Output;
using Interlock.Core.Text;
using Interlock.ExecSpec.Drift;

namespace Interlock.Cli.Verbs.Check;

/// <summary>What could be loaded by mistake, the largest drift first.</summary>
internal static class SiblingTable
{
    /// <summary>Rows of other keys; all of them are in <c>--json</c>.</summary>
    private const int MostKeys = 12;

    public static void Write(TextWriter output, int width, CheckReport report)
    {
        bool isSpeed = report.Drift.Siblings.Concat(report.Drift.WrongSchemes).Any(row => row.Drift.Null is { MmPerS: not null } or { RadPerS: not null });
        TextTable table = new("loaded instead", "mean", "worst", "demo", "largest", isSpeed ? "mm/s" : "mm", isSpeed ? "rad/s" : "rad", "outside");
        foreach (SiblingDrift row in report.Drift.Siblings.Take(MostKeys))
        {
            Add(table, row.Loaded.Key, row.Drift, isSpeed);
        }

        foreach (SiblingDrift row in report.Drift.WrongSchemes)
        {
            Add(table, $"as {EnumWord.Of(row.Loaded.Scheme)}", row.Drift, isSpeed);
        }

        table.Write(output, width);
        WriteLegend(output, width, report, isSpeed);
    }

    private static void Add(TextTable table, string name, SpecDrift drift, bool isSpeed) => table.Add(
        name,
        Number(drift.MeanAbsolute),
        Number(drift.Worst),
        drift.DemoRms is { } demo ? Number(demo) : string.Empty,
        drift.Rounding == StorageRounding.Equal ? "equal" : $"{drift.MaxChannel.Channel.Name} {Short(drift.MaxChannel.MeanAbsolute)}",
        (isSpeed ? drift.Null.MmPerS : drift.Null.Mm) is { } move ? NullMotionWords.Mm(move) : string.Empty,
        (isSpeed ? drift.Null.RadPerS : drift.Null.Rad) is { } turn ? NullMotionWords.Rad(turn) : string.Empty,
        drift.OutsideRange is { } outside ? Percent(outside) : string.Empty);

    private static void WriteLegend(TextWriter output, int width, CheckReport report, bool isSpeed)
    {
        int hidden = report.Drift.Siblings.Count - MostKeys;
        if (hidden > 0)
        {
            output.WriteLine($"… and {hidden} more keys (all of them with --json)");
        }

        WrappedText.Write(output, Legend(report, isSpeed), width);
    }

    private static string Legend(CheckReport report, bool isSpeed)
    {
        SpecDrift[] drifts = [.. report.Drift.Siblings.Concat(report.Drift.WrongSchemes).Select(row => row.Drift)];
        string motion = drifts.Any(drift => drift.Null is { MmPerS: not null } or { RadPerS: not null } or { Mm: not null } or { Rad: not null })
            ? isSpeed ? " mm/s, rad/s: motion of an idle command." : " mm, rad: displacement by a command to stay."
            : string.Empty;
        string demo = drifts.Any(drift => drift.DemoRms is not null) ? " demo: as the demonstrations weigh it." : string.Empty;
        string outside = drifts.Any(drift => drift.OutsideRange is not null) ? " outside: share of commands beyond the training range." : string.Empty;
        return $"Drift in half-ranges of {report.Spec.Unnormaliser.Key}. mean, worst: over outputs in [-1, 1].{demo} largest: by channel.{motion}{outside} " +
            "as …: this key read by another scheme; identity is an unnormaliser that does nothing.";
    }

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.0000") : "no bound";

    private static string Short(double value) => double.IsFinite(value) ? value.ToString("0.00") : "no bound";

    /// <summary>0 % is said of none at all, and nothing else rounds to it.</summary>
    public static string Percent(double share) => share switch
    {
        0 => "0 %",
        < 0.01 => "<1 %",
        _ => $"{share * 100:0} %",
    };
}
