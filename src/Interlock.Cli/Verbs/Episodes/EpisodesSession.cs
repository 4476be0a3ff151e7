using Interlock.Recording.Episodes.Listing;
using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Episodes;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary>One run of <c>episodes</c> without a further word.</summary>
internal sealed class EpisodesSession(VerbHost host, string folder, string? filter, bool json)
{
    public int Run()
    {
        EpisodeFilter wanted = EpisodeFilter.Parse(filter);
        EpisodeIndex index = EpisodeIndex.Of(folder);
        IReadOnlyList<ListedRecording> all = ListedRecording.Of(folder, index);
        ListedRecording[] shown = [.. all.Where(wanted.Holds)];
        if (json)
        {
            JsonDocumentWriter.Write(host.Out, writer => EpisodesJson.Write(writer, folder, all.Count, shown));
        }
        else
        {
            EpisodesText.Write(host.Out, host.Width, folder, all.Count, shown);
            FailureReport.Write(host.Error, ToSay(index, shown), " (all of them with --json)");
        }

        return ExitCode.Ok;
    }

    // The state of a recording stands in its line; what else was found is said.
    private static IEnumerable<Diagnostic> ToSay(EpisodeIndex index, ListedRecording[] shown) =>
        index.Findings.Where(finding => finding.Code != "RC026" && !shown.Any(item => item.Fault == finding));
}
