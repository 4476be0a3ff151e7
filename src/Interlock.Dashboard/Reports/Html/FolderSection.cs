using System.Globalization;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>Several recordings together.</summary>
internal static class FolderSection
{
    private const int MostRows = 500;

    public static void Write(HtmlBuilder page, ReportFacts facts, GroupFacts together)
    {
        page.Element("h2", "Together").Markup("<dl>\n");
        Fact(page, "Recordings", string.Create(CultureInfo.InvariantCulture, $"{together.Episodes:N0}, together {together.LengthS:0.0} s"));
        Fact(page, "Success", $"{Numbers.Proportion(together.Success)}{(together.Unjudged > 0 ? $"; {together.Unjudged} not judged" : "")}");
        Fact(page, "With a stop", Numbers.Proportion(together.WithStop));
        Fact(page, "Interventions per episode", Numbers.Rate(together.StretchesPerEpisode));
        Fact(page, "Interventions per minute", Numbers.Rate(together.StretchesPerMinute));
        page.Markup("</dl>\n").Element("p", "Success and stops: 95 % Wilson intervals over episodes. Interventions are counted in stretches of steps in a row; their intervals are those of a Poisson count, widened by how much the episodes differ.", "class=\"quiet\"");
        Table(page, facts, together);
        page.Table("Interventions, alarms and stops of all recordings", ["code", "what", "channel", "how often", "what it means", "page"], [.. together.EventsByCode.Select(CodeRow.Of)])
            .Table("Files that could not be read", ["file", "code", "why"],
                [.. facts.Problems.Select(problem => (IReadOnlyList<Cell>)[problem.File ?? "", problem.Code, problem.Message])]);
    }

    private static void Table(HtmlBuilder page, ReportFacts facts, GroupFacts together)
    {
        page.Table("Episodes, those to look at first marked with ●", ["file", "", "started", "task", "length", "result", "interventions", "stops", "smallest margin"],
        [
            .. facts.Episodes.Take(MostRows).Select(episode => (IReadOnlyList<Cell>)
            [
                new Cell(episode.File, Target: EpisodeId.Of(facts, episode)), together.Worst.Contains(episode.File) ? "●" : "", Cell.Whole(episode.StartUtc), episode.Task ?? "", Cell.Number(Numbers.Seconds(episode.LengthS)),
                VerdictBox.Word(episode).Word.TrimEnd('.'), Cell.Number(Numbers.Whole(episode.Interventions.Stretches)), Cell.Number(Numbers.Whole(episode.Stops)),
                Cell.Number(episode.WorstMargin is { } margin ? (double.IsNaN(margin) ? "NaN" : Numbers.Share(margin)) : Numbers.None),
            ]),
        ]);
        if (facts.Episodes.Count > MostRows)
        {
            page.Element("p", $"{facts.Episodes.Count - MostRows} further recordings are in the JSON twin.", "class=\"quiet\"");
        }
    }

    private static void Fact(HtmlBuilder page, string name, string value) => page.Element("dt", name).Element("dd", value);
}
