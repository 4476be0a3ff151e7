using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Recording.Episodes;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary><c>interlock episodes note</c>: what a person says about a recording.</summary>
internal sealed class EpisodesNoteVerb : IVerb
{
    private const string Help =
        "Write a note about a recording, or judge it; without text or judgement show what is there. An empty text removes the note. It is kept beside the " +
        "recording, which is not touched.\n\nExample: interlock episodes note runs/run-7.mcap \"slipped at the handle\" --outcome failure";

    private readonly Argument<string> _file = new("file") { Description = "A recording" };
    private readonly Argument<string?> _text = new("text") { Description = "The note", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _outcome = new("--outcome") { Description = "A person's judgement, which goes before the run's own" };

    public Command Build(VerbHost host)
    {
        _outcome.AcceptOnlyFromAmong("success", "failure", "none");
        Command command = new("note", Help) { _file, _text, _outcome };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed.GetRequiredValue(_file), parsed.GetValue(_text), parsed.GetValue(_outcome)));
        return command;
    }

    private static int Run(VerbHost host, string file, string? text, string? outcome)
    {
        RecordingNotes before = RecordingNotes.Read(RecordingFileName.Require(file));
        RecordingNotes after = before with
        {
            Note = text is null ? before.Note : text.Trim().Length == 0 ? null : text.Trim(),
            Success = outcome switch { null => before.Success, "none" => null, _ => outcome == "success" },
        };
        if (after != before)
        {
            after.Write(file);
        }

        string judged = after.Success switch { true => ", judged a success", false => ", judged a failure", null => "" };
        WrappedText.Write(host.Out, $"{file}: {after.Note ?? "no note"}{judged}", host.Width, hanging: 2);
        return ExitCode.Ok;
    }
}
