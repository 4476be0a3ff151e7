using Interlock.Core.Diagnostics;

namespace Interlock.Recording.Episodes.Listing;

/// <summary>A line of a list: a recording, or a file that is none any more.</summary>
/// <param name="Path">Relative to the folder that was listed.</param>
/// <param name="Entry">Null when the file cannot be read.</param>
/// <param name="Fault">Why it cannot be read; null when it can.</param>
public sealed record ListedRecording(string Path, RecordingEntry? Entry, Diagnostic? Fault)
{
    /// <summary>finished, unfinished or unreadable.</summary>
    public string State => Entry is null ? "unreadable" : Entry.IsFinished ? "finished" : "unfinished";

    /// <summary>success, failure, or unknown when nobody judged.</summary>
    public string Outcome => Entry?.Success switch { true => "success", false => "failure", null => "unknown" };

    /// <summary>All of a folder: readable ones by their start, then the others by name.</summary>
    public static IReadOnlyList<ListedRecording> Of(string folder, EpisodeIndex index)
    {
        HashSet<string> readable = [.. index.Entries.Select(entry => entry.Path)];
        IEnumerable<Diagnostic> faults = index.Findings
            .Where(finding => finding.Place?.File is { } file && file.EndsWith(".mcap", StringComparison.Ordinal) && !readable.Contains(file))
            .DistinctBy(finding => finding.Place!.File);
        return
        [
            .. index.Entries.Select(entry => new ListedRecording(System.IO.Path.GetRelativePath(folder, entry.Path), entry, null)),
            .. faults.Select(fault => new ListedRecording(System.IO.Path.GetRelativePath(folder, fault.Place!.File!), null, fault)),
        ];
    }
}
