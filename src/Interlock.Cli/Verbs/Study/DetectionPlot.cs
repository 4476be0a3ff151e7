using Interlock.Cli.Output;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Cli.Verbs.Study;

/// <summary>The detection curves of the best monitors as a small plot.</summary>
internal static class DetectionPlot
{
    private const int MostCurves = 3;

    public static void Write(PolicyReport policy, VerbHost host)
    {
        Mark[] curves = [.. policy.Monitors
            .Where(monitor => monitor.Advice.Role != MonitorRole.Muted && monitor.Detections.Count > 0 && monitor.Detections[0].Curve.Count > 0)
            .OrderByDescending(monitor => monitor.Controlled.Auroc)
            .Take(MostCurves)
            .Select(Curve)];
        if (curves.Length > 0)
        {
            TerminalFigure.Write(host, new Panel(Axis.Share("failures detected"), curves), Axis.Share("elapsed") with { From = null });
        }
    }

    private static LineMark Curve(MonitorReport monitor)
    {
        IReadOnlyList<DetectionPoint> curve = monitor.Detections[0].Curve;
        double[] x = [.. curve.Select(point => point.ElapsedFraction)], y = [.. curve.Select(point => (double?)point.Detected.Rate ?? double.NaN)];
        return new LineMark(x, y) { Name = monitor.Name };
    }
}
