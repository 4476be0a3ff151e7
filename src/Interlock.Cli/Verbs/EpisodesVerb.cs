using System.CommandLine;
using Interlock.Recording.Episodes.Listing;
using Interlock.Cli.Verbs.Episodes;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock episodes …</c>: the recordings of a folder: list, tag, note, export.</summary>
internal sealed class EpisodesVerb : IVerb
{
    private const string Help =
        "List the recordings of a folder, the unfinished and the unreadable included.\n\n" +
        "Example: interlock episodes runs --filter \"outcome=failure tag:grasp interventions>0\"";

    private readonly Argument<string> _folder = new("folder") { Description = "Folder with recordings; its subfolders count", DefaultValueFactory = _ => "." };

    private readonly Option<string?> _filter = new("--filter")
    {
        Description = $"Terms that must all hold: key=word, key!=word, key:part, key>number, …; or a bare word. Keys: {string.Join(", ", EpisodeFilter.Keys)}",
    };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of a table" };

    public Command Build(VerbHost host)
    {
        Command command = new("episodes", Help)
        {
            _folder,
            _filter,
            _json,
            new EpisodesTagVerb().Build(host),
            new EpisodesNoteVerb().Build(host),
            new EpisodesExportVerb().Build(host),
        };
        command.SetInterruptibleAction((parsed, _) =>
            new EpisodesSession(host, parsed.GetRequiredValue(_folder), parsed.GetValue(_filter), parsed.GetValue(_json)).Run());
        return command;
    }
}
