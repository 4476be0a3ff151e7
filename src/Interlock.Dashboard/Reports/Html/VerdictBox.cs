using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>The sentence to read first, with a word for its colour.</summary>
internal static class VerdictBox
{
    public static void Write(HtmlBuilder page, EpisodeFacts episode)
    {
        (string look, string word) = Word(episode);
        page.Markup($"<p class=\"verdict {look}\"><span class=\"state\">").Text(word).Markup("</span> ").Text(episode.Verdict).Markup("</p>\n");
    }

    public static (string Look, string Word) Word(EpisodeFacts episode) => episode switch
    {
        { Steps: 0 } => ("warn", "Nothing recorded."),
        { Stops: > 0 } => ("bad", "Stopped."),
        { Success: false } => ("bad", "Failed."),
        { Health.IsFinished: false } => ("warn", "Unfinished recording."),
        { Interventions.Steps: > 0, Success: true } => ("warn", "Done, with help of the guard."),
        { Interventions.Steps: > 0 } => ("warn", "The guard stepped in."),
        { Success: true } => ("good", "Done."),
        _ => ("", "Not judged."),
    };
}
