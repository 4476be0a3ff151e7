using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Episodes;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Recipes;
using Interlock.Dashboard.Series;

namespace Interlock.Cli.Verbs.Plot;

/// <summary>One run of <c>plot</c>.</summary>
internal sealed class PlotSession(VerbHost host, PlotRequest request)
{
    public int Run(CancellationToken cancellation)
    {
        using EpisodeView view = EpisodeView.Open(RecordingFileName.Require(request.Path), progress: null, cancellation);
        foreach (Diagnostic finding in view.Findings)
        {
            host.Error.WriteLine(finding);
        }

        if (request.IsList)
        {
            List(view);
            return ExitCode.Ok;
        }

        SignalChoice.Require(view, request);
        Figure figure = Sized(request.Channel is { } channel
            ? EpisodeFigures.Channel(view, channel, request.FromS, request.ToS)!
            : EpisodeFigures.Signals(view, request.Signals, request.FromS, request.ToS));
        PictureFile.Write(request.Output, figure, request.Scale, request.IsDark);
        Tell(figure);
        return ExitCode.Ok;
    }

    private Figure Sized(Figure figure) => figure with { WidthPx = request.WidthPx, PanelHeightPx = request.HeightPx ?? figure.PanelHeightPx };

    private void List(EpisodeView view)
    {
        if (request.Json)
        {
            JsonDocumentWriter.Write(host.Out, writer => SignalListJson.Write(writer, view));
            return;
        }

        TextTable table = new("signal", "unit", "min", "max", "threshold");
        foreach (ViewSignal signal in view.Signals)
        {
            table.Add(signal.Key, signal.Unit, Number(signal.Min), Number(signal.Max), Number(signal.Threshold));
        }

        table.Write(host.Out, host.Width);
    }

    private void Tell(Figure figure)
    {
        if (request.Json)
        {
            JsonDocumentWriter.Write(host.Out, writer => SignalListJson.WriteDrawn(writer, request, figure));
        }
        else
        {
            host.Out.WriteLine($"{request.Output}: {figure.Title}, {figure.X.From:0.###} s to {figure.X.To:0.###} s");
        }
    }

    private static string Number(double? value) => value is { } number ? PlainNumber.Of(number) : "";
}
