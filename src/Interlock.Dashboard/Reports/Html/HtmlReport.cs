using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Reports.Pictures;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>The report as one HTML file that needs no network and no script.</summary>
internal static class HtmlReport
{
    private const int MostSections = 50;

    /// <param name="facts">What it says.</param>
    /// <param name="pictures">By file of the episode; episodes without pictures have none.</param>
    public static string Write(ReportFacts facts, IReadOnlyDictionary<string, EpisodePictures> pictures)
    {
        HtmlBuilder page = new();
        page.Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n")
            .Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Element("title", facts.Title)
            .Markup("<style>").Markup(ReportStyle.Text).Markup("</style>\n</head>\n<body>\n<main>\n");
        Head(page, facts);
        if (facts.Together is { } together)
        {
            FolderSection.Write(page, facts, together);
        }

        if (facts.Readiness is { } readiness)
        {
            ReadinessSection.Write(page, readiness);
        }

        Episodes(page, facts, pictures);
        Scope(page, facts);
        return page.Markup("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Head(HtmlBuilder page, ReportFacts facts)
    {
        page.Markup("<header>\n").Element("h1", facts.Title);
        if (facts.Together is null && facts.Episodes is [{ } only])
        {
            VerdictBox.Write(page, only);
        }
        else
        {
            page.Element("p", facts.Verdict, "class=\"verdict\"");
        }

        string when = facts.GeneratedAt is { } time ? $"Report of {time}. " : "";
        page.Element("p", $"{when}Interlock {facts.SoftwareVersion}. {(facts.Readiness is null ? "Everything below comes from the recording alone." : "Everything below comes from the recording and, for the checklist, from the files beside it.")}", "class=\"quiet\"").Markup("</header>\n");
    }

    private static void Episodes(HtmlBuilder page, ReportFacts facts, IReadOnlyDictionary<string, EpisodePictures> pictures)
    {
        bool isOne = facts.Together is null;
        IEnumerable<EpisodeFacts> shown = isOne ? facts.Episodes : facts.Episodes.OrderByDescending(episode => pictures.ContainsKey(episode.File)).Take(MostSections).OrderBy(episode => episode.File, StringComparer.Ordinal);
        foreach (EpisodeFacts episode in shown)
        {
            if (!isOne)
            {
                page.Markup($"<section id=\"{EpisodeId.Of(facts, episode)}\">\n").Element("h2", episode.File);
                VerdictBox.Write(page, episode);
            }

            new EpisodeSection(page, episode, pictures.GetValueOrDefault(episode.File), isOne ? "h2" : "h3").Write();
            page.Markup(isOne ? "" : "</section>\n");
        }
    }

    private static void Scope(HtmlBuilder page, ReportFacts facts)
    {
        page.Element("h2", "What this report does not show").Markup("<ul>\n");
        foreach (string sentence in facts.NotChecked)
        {
            page.Element("li", sentence);
        }

        page.Markup("</ul>\n<div class=\"whole\">").Element("h2", "Make this report again")
            .Element("p", "Beside the recordings, with the same version of Interlock; all but the time at its head comes out the same.")
            .Markup("<pre><code>").Text(facts.Reproduce).Markup("</code></pre></div>\n");
    }
}
