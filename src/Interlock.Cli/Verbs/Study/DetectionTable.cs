using System.Globalization;
using Interlock.Evaluation.Study.Report;
using Spectre.Console;

namespace Interlock.Cli.Verbs.Study;

/// <summary>How early the recommended monitors tell failures.</summary>
internal static class DetectionTable
{
    private static readonly double[] ShownFractions = [0.2, 0.4, 0.6, 0.8, 1.0];

    public static void Write(PolicyReport policy, IAnsiConsole console)
    {
        MonitorReport[] shown = [.. policy.Monitors
            .Where(monitor => monitor.Advice.Role != MonitorRole.Muted && monitor.Detections.Count > 0)
            .OrderByDescending(monitor => monitor.Controlled.Auroc)];
        if (shown.Length > 0)
        {
            console.Write(new Text(Title(shown[0].Detections[0]) + Environment.NewLine));
            console.Write(shown[0].Detections[0].Curve.Count > 0 ? Curves(shown) : new Text(shown[0].Detections[0].Note + Environment.NewLine));
        }

    }

    private static string Title(DetectionReport detection) => string.Create(
        CultureInfo.InvariantCulture,
        $"failures detected by fraction of {Span(detection)}, {100 * detection.FalseAlarmLevel:0} % false alarms");

    private static string Span(DetectionReport detection) => detection.HorizonSteps is { } steps ? $"the first {steps} steps" : "the episode";

    private static Table Curves(MonitorReport[] monitors)
    {
        Table table = StudyTable.New();
        table.AddColumn("monitor");
        foreach (double fraction in ShownFractions)
        {
            table.AddColumn(new TableColumn(fraction.ToString("P0", CultureInfo.InvariantCulture)).RightAligned());
        }

        foreach (MonitorReport monitor in monitors)
        {
            table.AddRow([new Text(monitor.Name), .. ShownFractions.Select(fraction => new Text(RateAt(monitor.Detections[0], fraction)))]);
        }

        return table;
    }

    private static string RateAt(DetectionReport detection, double fraction)
    {
        const double rounding = 1e-9;
        return StudyNumbers.Value(detection.Curve.FirstOrDefault(point => Math.Abs(point.ElapsedFraction - fraction) < rounding)?.Detected.Rate);
    }
}
