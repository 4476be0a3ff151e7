using Interlock.Cli.Output;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Series;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>The recorded clip fraction over time as a small plot: where the guard was busy.</summary>
internal static class ClipPlot
{
    private const string Key = "scalar/clip_fraction";
    private const int Buckets = 180;

    public static void Write(VerbHost host, string path, CancellationToken cancellation)
    {
        using EpisodeView view = EpisodeView.Open(path, progress: null, cancellation);
        if (!(view.LengthS > 0) || !view.Signals.Any(signal => signal.Key == Key))
        {
            return;
        }

        SignalSlice slice = view.Slice([Key], 0, view.LengthS, Buckets)[0];
        BandMark band = new(0, view.LengthS / slice.Count, slice) { Name = "as recorded" };
        TerminalFigure.Write(host, new Panel(Axis.Share("clip fraction"), [band]), Axis.Time(0, view.LengthS));
    }
}
