using Interlock.Dashboard.Reports.Readiness;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>The production checklist with its evidence.</summary>
internal static class ReadinessSection
{
    public static void Write(HtmlBuilder page, ReadinessFacts readiness)
    {
        page.Element("h2", "Readiness").Element("p", Summary(readiness));
        page.Markup("<div class=\"wide checklist\" tabindex=\"0\" role=\"region\" aria-label=\"Production checklist\"><table><caption>Production checklist</caption><thead><tr>")
            .Markup("<th scope=\"col\">line</th><th scope=\"col\">state</th><th scope=\"col\">evidence</th><th scope=\"col\">what would show it</th></tr></thead><tbody>\n");
        foreach (ReadinessLine line in readiness.Lines)
        {
            page.Markup("<tr>").Element("th", line.Title, "scope=\"row\"")
                .Element("td", Words(line.State), $"class=\"state {(line.State switch { ReadinessState.Shown => "shown", ReadinessState.FoundWanting => "found_wanting", _ => "not_shown" })}\"")
                .Element("td", line.Evidence).Element("td", line.WouldShow).Markup("</tr>\n");
        }

        page.Markup("</tbody></table></div>\n").Element("p", readiness.Scope, "class=\"scope\"");
    }

    public static string Summary(ReadinessFacts readiness) => readiness.IsReady
        ? $"All {readiness.Lines.Count} lines of the checklist are shown."
        : $"{readiness.Shown} of {readiness.Lines.Count} lines of the checklist are shown, {readiness.FoundWanting} found wanting, {readiness.NotShown} not shown.";

    public static string Words(ReadinessState state) => state switch
    {
        ReadinessState.Shown => "✓ shown",
        ReadinessState.FoundWanting => "✗ found wanting",
        _ => "○ not shown",
    };
}
