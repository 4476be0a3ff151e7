using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Episodes;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary><c>interlock episodes tag</c>: words to find a recording by.</summary>
internal sealed class EpisodesTagVerb : IVerb
{
    private const string Help =
        "Add tags to a recording (+word) and remove them (-word); without a word show them. They are kept beside the recording, which is not touched.\n\n" +
        "Example: interlock episodes tag runs/run-7.mcap +grasp -blurred";

    private readonly Argument<string> _file = new("file") { Description = "A recording" };
    private readonly Argument<string[]> _changes = new("changes") { Description = "+word adds, -word removes", Arity = ArgumentArity.ZeroOrMore };

    public Command Build(VerbHost host)
    {
        Command command = new("tag", Help) { _file, _changes };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed.GetRequiredValue(_file), parsed.GetValue(_changes) ?? []));
        return command;
    }

    private static int Run(VerbHost host, string file, string[] changes)
    {
        RecordingNotes notes = RecordingNotes.Read(RecordingFileName.Require(file));
        List<string> tags = [.. notes.Tags];
        foreach (string change in changes)
        {
            Apply(change, tags);
        }

        if (!tags.SequenceEqual(notes.Tags))
        {
            (notes with { Tags = tags }).Write(file);
        }

        WrappedText.Write(host.Out, tags.Count == 0 ? $"{file} has no tags" : $"{file}: {string.Join(' ', tags)}", host.Width);
        return ExitCode.Ok;
    }

    private static void Apply(string change, List<string> tags)
    {
        bool isWord = change.Length > 1 && change.Skip(1).All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/');
        if (!isWord || change[0] is not ('+' or '-'))
        {
            throw new DiagnosticException("RC054", $"'{change}' is not a change of tags", hint: "write +word to add and -word to remove; a word has letters, digits, '-', '_', '.' and '/'");
        }

        string word = change[1..];
        bool isThere = tags.Contains(word);
        if (change[0] == '+' && !isThere)
        {
            tags.Add(word);
        }
        else if (change[0] == '-')
        {
            tags.Remove(word);
        }
    }
}
