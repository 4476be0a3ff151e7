using System.Globalization;
using Interlock.Recording.Episodes.Listing;
using Interlock.Cli.Output;
using Interlock.Recording.Episodes;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary>The list for people.</summary>
internal static class EpisodesText
{
    public static void Write(TextWriter output, int width, string folder, int all, ListedRecording[] shown)
    {
        TextTable table = new("file", "date", "state", "task", "policy", "cert", "length", "outcome", "interv.", "stops", "margin", "tags");
        foreach (ListedRecording item in shown)
        {
            table.Add(Row(item));
        }

        if (shown.Length > 0)
        {
            table.Write(output, width);
            output.WriteLine();
        }

        foreach (ListedRecording item in shown.Where(item => item.Fault is not null))
        {
            WrappedText.Write(output, $"{item.Path} cannot be read: {item.Fault!.Code} {item.Fault.Message}", width, hanging: 2);
        }

        WrappedText.Write(output, Sentence(folder, all, shown), width);
    }

    private static string[] Row(ListedRecording item) => item.Entry is not { } entry
        ? [item.Path, "", item.State, "", "", "", "", "", "", "", "", ""]
        :
        [
            item.Path,
            Started(entry),
            item.State == "finished" ? "" : item.State,
            entry.Task ?? "",
            entry.Policy ?? "",
            entry.CertificateLevel ?? "",
            Length(entry),
            item.Outcome == "unknown" ? "" : item.Outcome,
            $"{entry.Interventions}",
            $"{entry.Stops}",
            entry.WorstMargin is { } margin ? PlainNumber.Of(margin) : "",
            string.Join(' ', entry.Notes.Tags),
        ];

    // A virtual clock starts with the Unix epoch.
    private static string Started(RecordingEntry entry) =>
        entry.StartedUtc.Year == DateTimeOffset.UnixEpoch.Year ? "simulated" : entry.StartedUtc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Length(RecordingEntry entry) => entry.Length.TotalMinutes >= 1
        ? $"{(int)entry.Length.TotalMinutes} min {entry.Length.Seconds} s"
        : $"{entry.Length.TotalSeconds:0.0} s";

    private static string Sentence(string folder, int all, ListedRecording[] shown)
    {
        if (all == 0)
        {
            return $"There are no recordings (*.mcap) in {folder}; 'interlock run' makes them.";
        }

        int judged = shown.Count(item => item.Entry?.Success is not null);
        string success = judged > 0 ? $"; {shown.Count(item => item.Entry?.Success == true)} of {judged} judged ones succeeded" : "";
        string of = shown.Length < all ? $"{shown.Length} of {all} recordings" : all == 1 ? "1 recording" : $"{all} recordings";
        return $"{of}{success}.";
    }
}
