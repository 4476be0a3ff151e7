using System.Globalization;
using System.Text;
using Interlock.Dashboard.Plots;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Web.Episodes;

/// <summary>A recording at the size of a stamp: its first channels, and where the guard did something.</summary>
internal static class Thumbnail
{
    private const int Width = 96, Height = 36, MostChannels = 4;

    public static string Of(EpisodeView view)
    {
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}">""");
        double lengthS = Math.Max(view.LengthS, 1 / view.Layout.RateHz);
        IEnumerable<ViewSpan> spans = view.Strips.FirstOrDefault(strip => strip.Name == "verdict")?.Spans ?? [];
        foreach (ViewSpan span in spans.Where(span => span.Value != view.Layout.Verdicts[0]).Take(Width))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{X(span.T0, lengthS):0.#}" y="0" width="{Math.Max(1, X(span.T1 - span.T0, lengthS)):0.#}" height="{Height}" fill="#e58a1f" fill-opacity="0.35"/>""");
        }

        ViewSignal[] shown = [.. view.Signals.Where(signal => signal.Group == "guarded").Take(MostChannels)];
        IReadOnlyList<SignalSlice> slices = view.Slice([.. shown.Select(signal => signal.Key)], 0, lengthS, Width / 2);
        for (int i = 0; i < shown.Length; i++)
        {
            Line(svg, slices[i], Palette.ChannelHex(shown[i].Channel ?? i));
        }

        return svg.Append("</svg>").ToString();
    }

    private static double X(double t, double lengthS) => Width * t / lengthS;

    private static void Line(StringBuilder svg, SignalSlice slice, string colour)
    {
        if (slice.Extent() is not { } extent)
        {
            return;
        }

        float span = Math.Max(extent.High - extent.Low, 1e-9f);
        bool isDown = false;
        svg.Append("<path fill=\"none\" stroke-width=\"1\" stroke=\"").Append(colour).Append("\" d=\"");
        for (int i = 0; i < slice.Count; i++)
        {
            float middle = (slice.Lows.Span[i] + slice.Highs.Span[i]) / 2;
            if (!float.IsFinite(middle))
            {
                isDown = false;
                continue;
            }

            svg.Append(CultureInfo.InvariantCulture, $"{(isDown ? 'L' : 'M')}{2 * i + 1} {Height - 2 - ((Height - 4) * (middle - extent.Low) / span):0.#}");
            isDown = true;
        }

        svg.Append("\"/>");
    }
}
