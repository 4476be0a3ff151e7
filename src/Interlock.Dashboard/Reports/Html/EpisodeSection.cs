using System.Globalization;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Reports.Pictures;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>Everything about one recording.</summary>
/// <param name="page">Where it goes.</param>
/// <param name="facts">The recording.</param>
/// <param name="pictures">Its pictures; null for none.</param>
/// <param name="heading">Element of its headings.</param>
internal sealed class EpisodeSection(HtmlBuilder page, EpisodeFacts facts, EpisodePictures? pictures, string heading)
{
    private const int MostLogLines = 60;

    public void Write()
    {
        Glance();
        Curves();
        if (facts.Moments.Count > 0)
        {
            page.Element(heading, "The moments to look at");
            MomentSection.Write(page, facts, pictures, heading == "h2" ? "h3" : "h4");
        }

        Interventions();
        States();
        Timing();
        Channels();
        Log();
        ConfigurationSection.Write(page, facts, heading);
    }

    private void Glance()
    {
        page.Element(heading, "At a glance").Markup("<dl>\n");
        Fact("Task", facts.Task ?? "not stated");
        Fact("Outcome", facts.Success switch { true => "success", false => "failure", null => "not judged" } + (facts.Outcome is { } words ? $" ({words})" : ""));
        Fact("Recorded", string.Create(CultureInfo.InvariantCulture, $"{(facts.Timing.IsVirtual ? "simulated time" : facts.StartUtc)}, {facts.LengthS:0.0} s, {facts.Steps:N0} steps at {facts.RateHz:G6} Hz"));
        Fact("Policy and robot", $"{facts.Policy ?? "policy not stated"} on {facts.Robot ?? "robot not stated"}");
        Fact("Interventions", Intervened());
        Fact("Stops", facts.FirstStop is { } stop ? $"{Numbers.Whole(facts.Stops)}, the first at {Numbers.Seconds(stop.T)} ({stop.Code})" : "none");
        Fact("Last state", facts.EndState?.Replace('_', ' ') ?? "none");
        Fact("Smallest margin", facts.WorstMargin is { } margin ? (double.IsNaN(margin) ? "not a number" : $"{Numbers.Share(margin)} of a limit's span") : "not computed");
        Fact("Latency", facts.Timing.IsVirtual ? "not measured: the run was on a virtual clock" : facts.Timing.LatencyMaxMs is null ? "not recorded"
            : string.Create(CultureInfo.InvariantCulture, $"median {facts.Timing.LatencyMedianMs:0.#} ms, 99 % {facts.Timing.LatencyP99Ms:0.#} ms, slowest {facts.Timing.LatencyMaxMs:0.#} ms; n = {facts.Timing.AnswersTimed:N0} answers"));
        Fact("Recording", facts.Health.IsComplete ? "complete, nothing dropped" : !facts.Health.IsFinished ? "not finished" : facts.Health.Dropped is { } dropped ? $"{Numbers.Whole(dropped)} records dropped" : "what was dropped is not known");
        if (facts.Tags.Count > 0)
        {
            Fact("Tags", string.Join(", ", facts.Tags));
        }

        page.Markup("</dl>\n");
        if (facts.Note is { } note)
        {
            page.Element("p", $"Note: {note}", "class=\"note\"");
        }
    }

    private string Intervened() => facts.Interventions.Steps == 0
        ? $"none in {Numbers.Whole(facts.Steps)} steps; per minute {Numbers.Rate(facts.Interventions.StretchesPerMinute)}"
        : $"{Numbers.Count(facts.Interventions.Steps, "step")} ({Numbers.Share(facts.Interventions.ShareOfSteps)}), {Numbers.Count(facts.Interventions.Events, "event")} on channels, in "
            + $"{(facts.Interventions.StretchesAreAll ? "" : "at least ")}{(facts.Interventions.Stretches == 1 ? "1 stretch" : $"{Numbers.Whole(facts.Interventions.Stretches)} stretches")}; stretches per minute {Numbers.Rate(facts.Interventions.StretchesPerMinute)}";

    private void Fact(string name, string value) => page.Element("dt", name).Element("dd", value);

    private void Curves()
    {
        if (pictures is null || (pictures.Open.Count == 0 && pictures.Folded.Count == 0))
        {
            return;
        }

        page.Element(heading, "What was asked and what was let through")
            .Element("p", "Dashed: the policy's action. Bold: what the guard let through. Dotted: what was executed. Green lines: limits. Shaded: the guard stepped in. The channels that were changed most come first.", "class=\"quiet\"");
        foreach (Picture picture in pictures.Open)
        {
            Plot(picture.Svg);
        }

        if (pictures.Folded.Count > 0)
        {
            page.Markup("<details><summary>").Text($"{pictures.Folded.Count} further channels and signals").Markup("</summary>\n");
            foreach (Picture picture in pictures.Folded)
            {
                Plot(picture.Svg);
            }

            page.Markup("</details>\n");
        }

        if (pictures.LeftOut > 0)
        {
            page.Element("p", $"{pictures.LeftOut} further channels have no picture here: interlock plot FILE --channel NAME -o picture.svg draws them.", "class=\"quiet\"");
        }
    }

    private void Plot(string svg) => page.Markup("<figure><div class=\"plot\">").Markup(svg).Markup("</div></figure>\n");

    private void Interventions()
    {
        page.Element(heading, "Interventions, alarms and stops");
        if (facts.EventsByCode.Count == 0)
        {
            page.Element("p", "None was recorded.");
            return;
        }

        page.Table("By code and channel", ["code", "what", "channel", "how often", "what it means", "page"],
            [.. facts.EventsByCode.Select(CodeRow.Of)]);
        if (facts.Health.EventsUncounted > 0)
        {
            page.Element("p", $"{Numbers.Whole(facts.Health.EventsUncounted)} further events were not kept apart.", "class=\"quiet\"");
        }
    }

    private void States() => page.Element(heading, "States and how long they held").Table(
        "Supervisor, verdict of the guard, source of the command", ["state", "of", "steps", "seconds", "share"],
        [.. facts.States.Select(state => (IReadOnlyList<Cell>)[state.Value.Replace('_', ' '), state.Strip, Cell.Number(Numbers.Whole(state.Steps)),
            Cell.Number(Numbers.Seconds(state.Seconds)), Cell.Number(Numbers.Share(state.Share))])]);

    private void Timing()
    {
        string budget = facts.Timing.BudgetMs is { } ms ? $"Budget of an answer: {Numbers.Of(ms, "ms")} ({facts.Timing.BudgetFrom})." : "Nothing in the recording states a budget for an answer.";
        string clock = facts.Timing.IsVirtual ? " The clock was virtual: the times below were stated by the simulation and say nothing about a machine." : "";
        page.Element(heading, "Timing")
            .Element("p", $"Control period {Numbers.Of(facts.Timing.PeriodMs, "ms")}. {budget} {Numbers.Count(facts.Timing.Answers, "answer")} of the policy; a watchdog ran out {Numbers.Count(facts.Timing.WatchdogEvents, "time")}.{clock}")
            .Table("Ages and times of each tick, exact", ["signal", "unit", "n", "smallest", "mean", "largest"], [.. facts.Timing.Signals.Where(signal => signal.N > 0).Select(SignalRow)])
            .Table("Monitors, forces and other numbers, exact", ["signal", "unit", "n", "smallest", "mean", "largest", "limit"],
                [.. facts.Numbers.Where(number => number.N + number.NotANumber > 0).Select(number => (IReadOnlyList<Cell>)[.. SignalRow(number), Cell.Number(Numbers.Of(number.Limit))])]);
    }

    private static IReadOnlyList<Cell> SignalRow(NumberFacts signal) =>
    [
        signal.Key, signal.Unit, Cell.Number(Numbers.Whole(signal.N) + (signal.NotANumber > 0 ? $" and {Numbers.Whole(signal.NotANumber)} NaN" : "")), Cell.Number(Numbers.Of(signal.Min)),
        Cell.Number(Numbers.Of(signal.Mean)), Cell.Number(Numbers.Of(signal.Max)),
    ];

    private void Channels()
    {
        Extremes();
        if (facts.Motion is { } motion)
        {
            page.Table("Largest motion that was commanded, exact", ["channel", "what", "largest", "limit", "of it", "at"],
                [.. motion.Extremes.Select(extreme => (IReadOnlyList<Cell>)[extreme.Of, extreme.Quantity, Cell.Number(Numbers.Of(extreme.Largest, extreme.Unit)), Cell.Number(Numbers.Of(extreme.Limit, extreme.Unit)),
                    Cell.Number(Numbers.Share(extreme.Share)), $"{Numbers.Seconds(extreme.T)}, tick {Numbers.Whole(extreme.Tick)}"])]);
        }
    }

    private void Extremes() => page.Element(heading, "Channels").Table(
        "Extremes over the whole recording, exact", ["channel", "unit", "bounds", "policy asked for", "let through", "inside", "interventions"],
        [.. facts.Channels.Select(channel => (IReadOnlyList<Cell>)[channel.Name, channel.Unit, Numbers.Limits(channel.Min, channel.Max, ""),
            Numbers.Limits(channel.PolicyMin, channel.PolicyMax, "") + (channel.PolicyNotANumber > 0 ? $" and {Numbers.Whole(channel.PolicyNotANumber)} NaN" : ""),
            Numbers.Limits(channel.GuardedMin, channel.GuardedMax, ""), channel.IsInside switch { true => "yes", false => "no", null => Numbers.None },
            Cell.Number(Numbers.Whole(channel.Interventions))])]);

    private void Log()
    {
        if (facts.Log.Count == 0)
        {
            return;
        }

        page.Markup("<details><summary>").Text("What the run said").Markup("</summary>\n")
            .Table("Log", ["time", "level", "from", "sentence"], [.. facts.Log.Take(MostLogLines).Select(line => (IReadOnlyList<Cell>)[Numbers.Seconds(line.T), line.Level, line.Source, line.Message])]);
        page.Markup(facts.Log.Count > MostLogLines ? "<p class=\"quiet\">The first lines only; the recording has more.</p>\n" : "").Markup("</details>\n");
    }
}
