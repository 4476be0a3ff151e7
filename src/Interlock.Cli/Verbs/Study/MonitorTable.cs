using Interlock.Evaluation.Study.Report;
using Spectre.Console;

namespace Interlock.Cli.Verbs.Study;

/// <summary>The monitors of one policy, the most trustworthy first.</summary>
internal static class MonitorTable
{
    /// <summary>Narrower than this, only the columns that decide are shown.</summary>
    private const int FullWidth = 78;

    private const string PerStepSuffix = "_per_step";

    public static Table Of(PolicyReport policy, int width)
    {
        bool full = width >= FullWidth;
        Table table = StudyTable.New();
        table.AddColumn("monitor");
        table.AddColumn(new TableColumn("AUROC").NoWrap());
        table.AddColumn(new TableColumn("95 %").NoWrap());
        table.AddColumn(new TableColumn(full ? "without length" : "w/o length").RightAligned().NoWrap());
        if (full)
        {
            table.AddColumn(new TableColumn("p").RightAligned().NoWrap());
        }

        foreach (MonitorReport monitor in Shown(policy.Monitors))
        {
            string[] cells = Cells(monitor, full);
            table.AddRow([.. cells.Take(full ? cells.Length : cells.Length - 1).Select(cell => new Text(cell))]);
        }

        return table;
    }

    /// <summary>The most trustworthy first. The value per step of a count or sum already stands in the row of the count, in the column without length.</summary>
    public static IEnumerable<MonitorReport> Shown(IReadOnlyList<MonitorReport> monitors) => monitors
        .Where(monitor => !monitors.Any(other => other.Name + PerStepSuffix == monitor.Name))
        .OrderByDescending(monitor => monitor.Controlled.Auroc ?? 0)
        .ThenByDescending(monitor => monitor.Auroc);

    private static string[] Cells(MonitorReport monitor, bool full) =>
    [
        monitor.Name,
        StudyNumbers.Value(monitor.Auroc),
        full ? StudyNumbers.Range(monitor.Interval) : StudyNumbers.NarrowRange(monitor.Interval),
        StudyNumbers.Value(monitor.Controlled.Auroc) + Mark(monitor.Controlled),
        StudyNumbers.P(monitor.PValue),
    ];

    // "/step": only divided by the length; a bare number was taken at equal length.
    private static string Mark(LengthControl control) => control.Auroc is null || control.EqualLength ? string.Empty : "/step";
}
