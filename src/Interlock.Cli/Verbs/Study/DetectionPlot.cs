using System.Globalization;
using Interlock.Cli.Output;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Cli.Verbs.Study;

/// <summary>The detection curves of the best monitors as a small plot: those that the study recommends, others where it recommends none.</summary>
internal static class DetectionPlot
{
    private const int MostCurves = 3;

    public static void Write(PolicyReport policy, VerbHost host)
    {
        MonitorReport[] known = [.. policy.Monitors.Where(monitor => monitor.Detections.Count > 0 && monitor.Detections[0].Curve.Count > 0)];
        bool isMuted = known.All(monitor => monitor.Advice.Role == MonitorRole.Muted);
        MonitorReport[] drawn = [.. known
            .Where(monitor => isMuted || monitor.Advice.Role != MonitorRole.Muted)
            .OrderByDescending(monitor => monitor.Controlled.Auroc)
            .Take(MostCurves)];
        if (drawn.Length == 0)
        {
            WrappedText.Write(host.Out, "When failures would have been detected is not known: that needs step logs (interlock replay --jsonl) and enough successes for a threshold.", host.Width);
            return;
        }

        WrappedText.Write(host.Out, Title(drawn[0].Detections[0], isMuted), host.Width);
        TerminalFigure.Write(host, new Panel(Axis.Share(""), [.. drawn.Select(Curve)]), Axis.Share("elapsed share of the episode") with { From = null });
    }

    private static string Title(DetectionReport first, bool isMuted) => string.Create(
        CultureInfo.InvariantCulture,
        $"Failures detected by then, of {first.Curve[^1].Detected.Of}; false alarms in {first.FalseAlarmLevel:P0} of successes at most; episodes {(first.HorizonSteps is { } steps ? $"cut to {steps} steps" : "at their own length")}{(isMuted ? "; none of these monitors is recommended" : "")}:");

    private static LineMark Curve(MonitorReport monitor)
    {
        IReadOnlyList<DetectionPoint> curve = monitor.Detections[0].Curve;
        double[] x = [.. curve.Select(point => point.ElapsedFraction)], y = [.. curve.Select(point => (double?)point.Detected.Rate ?? double.NaN)];
        return new LineMark(x, y) { Name = monitor.Name };
    }
}
