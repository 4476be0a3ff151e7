using System.Globalization;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>A recording in a sentence or two: was it done, what did the guard do, what stopped it, how near did it come.</summary>
internal static class VerdictWords
{
    /// <summary>A sentence this near to a stop explains it.</summary>
    private const double NearS = 0.5;

    public static string Of(EpisodeView view, InterventionFacts interventions, EventFacts? stop, IReadOnlyList<TextFacts> texts)
    {
        if (view.Counts.Steps == 0)
        {
            return "The recording has no step: nothing was commanded, and nothing can be said about the run.";
        }

        string unfinished = view.IsComplete ? "" : " The recording was not finished: what it lacks is not judged.";
        return $"{Outcome(view)}{Guard(view, interventions)}{Stop(stop, texts)}{Margin(view)}{unfinished}";
    }

    private static string Outcome(EpisodeView view) => view.Success switch
    {
        true => "The task was done. ",
        false => "The task was not done. ",
        null => "Nobody judged whether the task was done. ",
    };

    private static string Guard(EpisodeView view, InterventionFacts interventions)
    {
        if (interventions.Steps == 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The guard left all {view.Counts.Steps:N0} steps as they were");
        }

        string changed = view.Contract?.Mode is Core.Contract.GuardMode.Monitor or Core.Contract.GuardMode.Warn ? "would have stepped in" : "stepped in";
        string atLeast = interventions.StretchesAreAll ? "" : "at least ";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The guard {changed} at {interventions.Steps:N0} of {view.Counts.Steps:N0} steps ({Share(interventions.ShareOfSteps ?? 0)}), in {atLeast}{interventions.Stretches:N0} {(interventions.Stretches == 1 ? "stretch" : "stretches")}");
    }

    private static string Stop(EventFacts? stop, IReadOnlyList<TextFacts> texts)
    {
        if (stop is null)
        {
            return "; nothing was stopped. ";
        }

        string why = texts.Where(text => Math.Abs(text.T - stop.T) <= NearS && text.Message.Contains(stop.Code, StringComparison.Ordinal)).Select(text => text.Message.TrimEnd('.')).FirstOrDefault()
            ?? stop.Text;
        return string.Create(CultureInfo.InvariantCulture, $". A stop was latched at {stop.T:0.00} s: {why}. ");
    }

    /// <summary>What an event means, where, and by how much.</summary>
    public static string Words(EventFacts happened)
    {
        // What the guard found is a sentence with units already.
        if (happened.Kind is "intervention" or "alarm" || CodePage.Title(happened.Code) is not { } title)
        {
            return happened.Text;
        }

        string where = happened.Channel is { } channel ? $" on {channel}" : "";
        // The numbers of the supervisor are states.
        string numbers = happened is { Value: { } value, Limit: { } limit, Kind: not "supervisor" } && !double.IsNaN(value) && !double.IsNaN(limit)
            ? string.Create(CultureInfo.InvariantCulture, $": {value:G4}, limit {limit:G4}") : "";
        string repeats = happened.Count > 1 ? $", {happened.Count} times within a second" : "";
        return $"{title}{where}{numbers}{repeats} ({happened.Code})";
    }

    private static string Margin(EpisodeView view)
    {
        if (view.WorstMargin is not { } margin)
        {
            return "No margin to the limits was computed.";
        }

        OverviewMomentPlace place = new(view);
        return double.IsNaN(margin)
            ? string.Create(CultureInfo.InvariantCulture, $"At {place.T:0.00} s the margin to the limits was not a number, which counts as none.")
            : string.Create(CultureInfo.InvariantCulture, $"The smallest margin to a limit was {Share(margin)} of its span, at {place.T:0.00} s{place.Where}.");
    }

    public static string Share(double share) => share.ToString(Math.Abs(share) is > 0 and < 0.001 ? "0.000 %" : "0.0 %", CultureInfo.InvariantCulture);
}
