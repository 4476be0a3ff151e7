using Interlock.Dashboard.Reports.Building;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Reports.Pictures;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>The worst moments: what happened, the numbers, the surroundings, the camera.</summary>
internal static class MomentSection
{
    public static void Write(HtmlBuilder page, EpisodeFacts facts, EpisodePictures? pictures, string heading)
    {
        foreach ((int i, MomentFacts moment) in facts.Moments.Index())
        {
            string where = moment.Channel is { } channel ? $" · {channel}" : "";
            page.Markup("<div class=\"moment-head\">").Element(heading, $"{i + 1}. {Numbers.Seconds(moment.T)}, tick {Numbers.Whole(moment.Tick)}{where}")
                .Element("p", $"{moment.Why}.").Markup("</div>\n");
            Show(page, moment, i < (pictures?.Moments.Count ?? 0) ? pictures!.Moments[i] : null);
            Values(page, moment);
            page.Table($"Within {MomentReading.AroundS:0} s of it", ["time", "code", "what happened"],
                [.. moment.Events.Select(happened => (IReadOnlyList<Cell>)[Numbers.Seconds(happened.T), happened.Code, happened.Text])]);
        }
    }

    private static void Values(HtmlBuilder page, MomentFacts moment)
    {
        if (moment.Values is { } values)
        {
            string unit = values.Unit;
            page.Table($"{moment.Channel} at that step", ["policy asked for", "let through", "executed", "measured", "bounds"],
            [[
                Cell.Number(Numbers.Of(values.Policy, unit)), Cell.Number(Numbers.Of(values.Guarded, unit)), Cell.Number(Numbers.Of(values.Executed, unit)),
                Cell.Number(Numbers.Of(values.State, unit)), Cell.Number(Numbers.Limits(values.Min, values.Max, unit)),
            ]]);
        }
    }

    private static void Show(HtmlBuilder page, MomentFacts moment, MomentPicture? picture)
    {
        if (picture?.Svg is { } svg)
        {
            page.Markup("<figure><div class=\"plot\">").Markup(svg).Markup("</div></figure>\n");
        }

        if (picture?.Still is { } still)
        {
            string age = moment.StillAgeS is { } s ? $", {Numbers.Seconds(s)} before" : "";
            page.Markup("<figure><img class=\"still\" alt=\"").Text($"Camera {moment.Camera} at {Numbers.Seconds(moment.T)}").Markup("\" src=\"").Markup(still).Markup("\">")
                .Element("figcaption", $"Camera {moment.Camera}{age}").Markup("</figure>\n");
        }
        else if (picture is { StillNote.Length: > 0 })
        {
            page.Element("p", $"Camera {moment.Camera}: {picture.StillNote}.", "class=\"quiet\"");
        }
    }
}
