using Interlock.Cli.Output;
using Interlock.Core.Statistics;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Cli.Verbs.Study;

/// <summary>AUROC with interval of each monitor, a line each, with the line of episode length alone drawn through all of them.</summary>
internal static class ForestPlot
{
    private const int MostMonitors = 12;
    private const int WidestName = 24;
    private const int WidestTrack = 51;
    private const string LengthName = "length alone";
    private const double Chance = 0.5;

    public static void Write(PolicyReport policy, VerbHost host)
    {
        MonitorReport[] monitors = [.. MonitorTable.Shown(policy.Monitors).Where(monitor => monitor.Auroc is not null)];
        if (monitors.Length == 0)
        {
            return;
        }

        ForestMarks marks = TerminalFigure.IsAscii(host) ? ForestMarks.Ascii : ForestMarks.Drawn;
        MonitorReport[] shown = [.. monitors.Take(MostMonitors)];
        int names = Math.Min(Math.Min(WidestName, host.Width / 3), Math.Max(LengthName.Length, shown.Max(monitor => monitor.Name.Length)));
        int track = Math.Min(WidestTrack, host.Width - names - " 0.00".Length - 1);
        WrappedText.Write(
            host.Out,
            $"AUROC: {marks.Value} as measured with its 95 % interval, {marks.WithoutLength} with length taken out, {marks.Length} episode length alone, {marks.Chance} chance",
            host.Width);
        host.Out.WriteLine($"{new string(' ', names)} {Scale(track)}");
        foreach (MonitorReport monitor in shown)
        {
            Line(monitor.Name, monitor.Auroc, monitor.Interval, monitor.Controlled.Auroc);
        }

        Line(LengthName, policy.Length.Auroc, policy.Length.Interval, null);
        if (shown.Length < monitors.Length)
        {
            host.Out.WriteLine($"and {monitors.Length - shown.Length} more, in the table");
        }

        void Line(string name, double? auroc, Interval? interval, double? controlled)
        {
            char[] cells = Enumerable.Repeat(' ', track).ToArray();
            Put(cells, Chance, marks.Chance);
            Between(cells, interval, marks.Interval);
            Put(cells, policy.Length.Auroc, marks.Length);
            Put(cells, controlled, marks.WithoutLength);
            Put(cells, auroc, marks.Value);
            string cut = name.Length <= names ? name.PadRight(names) : string.Concat(name.AsSpan(0, names - 1), "~");
            host.Out.WriteLine($"{cut} {new string(cells)} {StudyNumbers.Value(auroc)}".TrimEnd());
        }
    }

    private static string Scale(int track)
    {
        char[] cells = Enumerable.Repeat(' ', track).ToArray();
        "0".CopyTo(cells);
        "0.5".CopyTo(cells.AsSpan((track / 2) - 1));
        "1".CopyTo(cells.AsSpan(track - 1));
        return new string(cells);
    }

    private static void Between(char[] cells, Interval? interval, char mark)
    {
        if (interval is { } ends && double.IsFinite(ends.Low) && double.IsFinite(ends.High))
        {
            int from = Cell(cells, ends.Low), to = Cell(cells, ends.High);
            Array.Fill(cells, mark, from, Math.Max(0, to - from + 1));
        }
    }

    private static void Put(char[] cells, double? value, char mark)
    {
        if (value is { } number && double.IsFinite(number))
        {
            cells[Cell(cells, number)] = mark;
        }
    }

    private static int Cell(char[] cells, double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * (cells.Length - 1));
}
