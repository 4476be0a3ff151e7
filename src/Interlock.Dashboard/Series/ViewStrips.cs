using Interlock.Recording.Overview;

namespace Interlock.Dashboard.Series;

/// <summary>The strips of a recording: what changed, and what held all the time.</summary>
internal static class ViewStrips
{
    private static readonly string[] Order = ["supervisor", "verdict", "source"];

    public static IReadOnlyList<ViewStrip> Of(OverviewedLog log)
    {
        List<ViewStrip> strips = [];
        foreach (string name in Order)
        {
            if (log.Overview.Tracks.FirstOrDefault(track => track.Name == name) is { } track)
            {
                strips.Add(new ViewStrip(name, [.. track.Spans.Select(Span)]));
            }
        }

        Whole(strips, "certificate", log.Log.Session.CertificateLevel, log.Overview.LengthS);
        Whole(strips, "task", log.Log.Session.Task, log.Overview.LengthS);
        return strips;
    }

    private static ViewSpan Span(OverviewSpan span)
    {
        string text = span.Word.Replace('_', ' ');
        return new ViewSpan(span.FromS, span.ToS, span.Word, span.Hidden == 0 ? text : $"{text} and {span.Hidden} changes in between", span.Hidden);
    }

    private static void Whole(List<ViewStrip> strips, string name, string? value, double lengthS)
    {
        if (value is not null)
        {
            strips.Add(new ViewStrip(name, [new ViewSpan(0, lengthS, value, value, 0)]));
        }
    }
}
