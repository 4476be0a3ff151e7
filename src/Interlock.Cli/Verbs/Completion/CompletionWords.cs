using System.CommandLine;

namespace Interlock.Cli.Verbs.Completion;

/// <summary>What may follow a verb.</summary>
/// <param name="Verb">The words typed so far, for example <c>contract diff</c>; empty for none.</param>
/// <param name="Next">Verbs, options and fixed values that may follow.</param>
internal sealed record CompletionWords(string Verb, IReadOnlyList<string> Next)
{
    /// <summary>An alias of --help that shells take for a pattern.</summary>
    private const string QuestionMark = "-?";

    /// <summary>One entry for the root and for each verb below it.</summary>
    public static IReadOnlyList<CompletionWords> Of(Command root) => [.. Walk(root, "", Recursive(root))];

    private static IEnumerable<CompletionWords> Walk(Command command, string verb, IReadOnlyList<string> inherited)
    {
        IEnumerable<string> verbs = command.Subcommands.Where(item => !item.Hidden).Select(item => item.Name);
        IEnumerable<string> values = command.Arguments.SelectMany(item => item.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty)).Select(item => item.Label);
        IEnumerable<string> options = command.Options.Where(item => !item.Hidden).SelectMany(NamesOf);
        yield return new CompletionWords(verb, [.. verbs.Concat(values).Concat(options).Concat(inherited).Distinct()]);
        foreach (Command child in command.Subcommands.Where(item => !item.Hidden))
        {
            foreach (CompletionWords words in Walk(child, $"{verb} {child.Name}".Trim(), inherited))
            {
                yield return words;
            }
        }
    }

    private static string[] Recursive(Command root) => [.. root.Options.Where(item => item.Recursive && !item.Hidden).SelectMany(NamesOf)];

    private static IEnumerable<string> NamesOf(Option option) =>
        option.Aliases.Prepend(option.Name).Where(name => name.StartsWith('-') && name != QuestionMark);
}
