using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Recipes;
using Interlock.Dashboard.Plots.Svg;
using Interlock.Dashboard.Reports.Building;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Pictures;

/// <summary>Draws what a report shows of a recording.</summary>
/// <param name="view">The recording.</param>
/// <param name="facts">Its facts.</param>
/// <param name="idPrefix">ASCII letters and digits, different for each recording of a page.</param>
internal sealed class PictureDrawing(EpisodeView view, EpisodeFacts facts, string idPrefix)
{
    private const int SignalHeightPx = 110;
    private const int ChannelHeightPx = 200;
    private const int MomentHeightPx = 160;

    private int _drawn;

    public EpisodePictures Draw(PictureLimits limits)
    {
        IReadOnlyList<string> channels = view.LengthS > 0 ? ChannelOrder.MostChangedFirst(view) : [];
        Picture[] open = [.. channels.Take(limits.Open).Select(Channel).OfType<Picture>()];
        Picture[] folded = [.. channels.Skip(limits.Open).Take(limits.Folded).Select(Channel).OfType<Picture>()];
        Picture[] signals = view.LengthS > 0 ? [.. Signals().Take(limits.Signals).Select(Signal).OfType<Picture>()] : [];
        return new EpisodePictures(open, [.. folded, .. signals], Math.Max(0, channels.Count - open.Length - folded.Length), [.. facts.Moments.Take(limits.Moments).Select(Moment)]);
    }

    private IEnumerable<ViewSignal> Signals() => view.Signals
        .Where(signal => signal.Group is "scalar" or "force" or "monitor" || signal.Key is "timing/latency_ms" or "timing/lateness_us")
        .Where(signal => signal.Whole.Count > 0)
        .OrderBy(signal => signal.Group switch { "scalar" => 0, "force" => 1, "timing" => 2, _ => 3 });

    private Picture? Channel(string name) =>
        Svg(() => EpisodeFigures.Channel(view, name) is { } figure ? figure with { PanelHeightPx = ChannelHeightPx } : null) is { } svg ? new Picture(name, svg) : null;

    private Picture? Signal(ViewSignal signal) =>
        Svg(() => EpisodeFigures.Signals(view, [signal.Key]) with { PanelHeightPx = SignalHeightPx, Strips = [], ChunkTicks = [] }) is { } svg ? new Picture(signal.Key, svg) : null;

    private MomentPicture Moment(MomentFacts moment)
    {
        double from = Math.Max(0, moment.T - MomentReading.AroundS), to = Math.Min(view.LengthS, moment.T + MomentReading.AroundS);
        string? svg = moment.Channel is { } channel && from < to
            ? Svg(() => EpisodeFigures.Channel(view, channel, from, to) is { } figure ? Marked(figure, moment) : null)
            : null;
        (string? still, string note) = moment.Camera is { } camera ? StillImage.Of(view, camera, moment.T) : (null, "");
        return new MomentPicture(svg, still, note);
    }

    private static Figure Marked(Figure figure, MomentFacts moment) => figure with
    {
        PanelHeightPx = MomentHeightPx,
        Events = [.. figure.Events.Where(mark => mark.At != moment.T), new EventMark(moment.T, string.Create(CultureInfo.InvariantCulture, $"{moment.T:0.00} s"))],
    };

    // A part of the file that cannot be read costs its picture, and the findings have said why.
    private string? Svg(Func<Figure?> draw)
    {
        try
        {
            return draw() is { } figure
                ? SvgWriter.Write(figure with { Subtitle = "", Footnote = "" }, new SvgOptions { IncludeStyle = false, IdPrefix = $"{idPrefix}p{_drawn++}" })
                : null;
        }
        catch (DiagnosticException)
        {
            return null;
        }
    }
}
