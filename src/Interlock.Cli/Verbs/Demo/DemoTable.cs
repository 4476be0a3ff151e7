using Interlock.Runtime.Worlds;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>The trials as a table; on narrower terminals without the alarms' names, and at last as one short block per fault.</summary>
internal static class DemoTable
{
    private const string Gap = "  ";

    private static readonly string[] Heading = ["", "peak speed", "out of", "first alarm", "", "task"];
    private static readonly string[] Units = ["fault", "rad/s", "bounds, rad", "after onset", "verdict", "done"];

    public static void Write(TextWriter output, IReadOnlyList<FaultTrial> trials, int width)
    {
        if (TryWrite(output, [.. trials.Select(trial => Cells(trial, NamedAlarm(trial)))], width))
        {
            return;
        }

        if (TryWrite(output, [.. trials.Select(trial => Cells(trial, CodedAlarm(trial)))], width))
        {
            WriteLegend(output, trials);
            return;
        }

        WriteBlocks(output, trials);
    }

    private static void WriteLegend(TextWriter output, IEnumerable<FaultTrial> trials)
    {
        output.WriteLine();
        foreach (IGrouping<string, string> code in trials
            .Select(trial => trial.Reaction.FirstAlarm)
            .OfType<DemoAlarm>()
            .GroupBy(alarm => alarm.Code, alarm => alarm.Name)
            .OrderBy(code => code.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{code.Key}: {string.Join(", ", code.Distinct())}");
        }
    }

    private static bool TryWrite(TextWriter output, IEnumerable<string[]> cells, int width)
    {
        List<string[]> rows = [Heading, Units, .. cells];
        int[] widths = [.. Enumerable.Range(0, Heading.Length).Select(column => rows.Max(row => row[column].Length))];
        if (widths.Sum() + (Gap.Length * (widths.Length - 1)) > width)
        {
            return false;
        }

        foreach (string[] row in rows)
        {
            output.WriteLine(string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        return true;
    }

    private static void WriteBlocks(TextWriter output, IReadOnlyList<FaultTrial> trials)
    {
        foreach (FaultTrial trial in trials)
        {
            string[] cells = Cells(trial, NamedAlarm(trial));
            output.WriteLine($"{cells[0]}: {cells[4]}");
            output.WriteLine($"  peak speed     {cells[1]} rad/s");
            output.WriteLine($"  out of bounds  {cells[2]} rad");
            output.WriteLine($"  first alarm    {cells[3]}");
            output.WriteLine($"  task done      {cells[5]}");
        }
    }

    private static string[] Cells(FaultTrial trial, string alarm) =>
    [
        trial.Fault,
        $"{trial.Without.PeakJointSpeedRadPerS:0.00} → {trial.With.PeakJointSpeedRadPerS:0.00}",
        $"{trial.Without.BoundExcessRad:0.00} → {trial.With.BoundExcessRad:0.00}",
        alarm,
        Verdict(trial),
        $"{YesOrNo(trial.Without.Success)} → {YesOrNo(trial.With.Success)}",
    ];

    private static string NamedAlarm(FaultTrial trial) =>
        trial.Reaction.FirstAlarm is { } alarm ? $"{CodedAlarm(trial)} {alarm.Name}" : CodedAlarm(trial);

    private static string CodedAlarm(FaultTrial trial) =>
        trial.Reaction.FirstAlarm is { } alarm ? $"{trial.FirstAlarmS:0.00} s {alarm.Code}" : trial.Reaction.FalseAlarms > 0 ? "before it" : "none";

    private static string Verdict(FaultTrial trial) => trial.End switch
    {
        TrialEnd.Held when trial.Reaction.Verdict != "hold" => $"{trial.Reaction.Verdict}, hold",
        TrialEnd.Asked => $"{trial.Reaction.Verdict}, ask",
        TrialEnd.Stopped when trial.Reaction.Verdict != "stop" => $"{trial.Reaction.Verdict}, stop",
        TrialEnd.Over when trial.Answers > 0 => $"{trial.Reaction.Verdict}, asked",
        _ => trial.Reaction.Verdict,
    };

    private static string YesOrNo(bool value) => value ? "yes" : "no";
}
