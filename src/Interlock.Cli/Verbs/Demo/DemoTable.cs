namespace Interlock.Cli.Verbs.Demo;

/// <summary>The trials as a table, or as short blocks where the terminal is too narrow for it.</summary>
internal static class DemoTable
{
    private const string Gap = "  ";

    private static readonly string[] Heading = ["", "peak speed", "beyond bounds", "first alarm", "", "task"];
    private static readonly string[] Units = ["fault", "rad/s", "rad", "after onset", "verdict", "done"];

    public static void Write(TextWriter output, IReadOnlyList<FaultTrial> trials, int width)
    {
        List<string[]> rows = [Heading, Units, .. trials.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, Heading.Length).Select(column => rows.Max(row => row[column].Length))];
        if (widths.Sum() + (Gap.Length * (widths.Length - 1)) > width)
        {
            WriteBlocks(output, trials);
            return;
        }

        foreach (string[] row in rows)
        {
            output.WriteLine(string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    private static void WriteBlocks(TextWriter output, IReadOnlyList<FaultTrial> trials)
    {
        foreach (FaultTrial trial in trials)
        {
            string[] cells = Cells(trial);
            output.WriteLine($"{cells[0]}: {cells[4]}");
            output.WriteLine($"  peak speed     {cells[1]} rad/s");
            output.WriteLine($"  beyond bounds  {cells[2]} rad");
            output.WriteLine($"  first alarm    {cells[3]}");
            output.WriteLine($"  task done      {cells[5]}");
        }
    }

    private static string[] Cells(FaultTrial trial) =>
    [
        trial.Fault,
        $"{trial.Without.PeakJointSpeedRadPerS:0.00} → {trial.With.PeakJointSpeedRadPerS:0.00}",
        $"{trial.Without.BoundExcessRad:0.00} → {trial.With.BoundExcessRad:0.00}",
        trial.Reaction.FirstAlarm is { } alarm ? $"{trial.FirstAlarmS:0.00} s {alarm.Code} {alarm.Name}" : "none",
        trial.Reaction.Verdict,
        $"{YesOrNo(trial.Without.Success)} → {YesOrNo(trial.With.Success)}",
    ];

    private static string YesOrNo(bool value) => value ? "yes" : "no";
}
