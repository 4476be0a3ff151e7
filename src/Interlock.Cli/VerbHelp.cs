using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Interlock.Cli;

/// <summary>
/// Help in which a list of verbs shows the first line of each description, and a verb's own help shows all of it, with the example.
/// </summary>
internal sealed class VerbHelp(HelpAction inner) : SynchronousCommandLineAction
{
    private readonly Dictionary<Command, string?> _whole = [];

    /// <summary>Takes the place of the built-in help of a command tree that is complete.</summary>
    public static void Install(RootCommand root, int width)
    {
        HelpOption option = root.Options.OfType<HelpOption>().Single();
        HelpAction inner = (HelpAction)option.Action!;
        inner.MaxWidth = width;
        VerbHelp help = new(inner);
        help.Summarise(root);
        option.Action = help;
    }

    public override int Invoke(ParseResult parseResult)
    {
        Command asked = parseResult.CommandResult.Command;
        asked.Description = _whole.GetValueOrDefault(asked, asked.Description);
        return inner.Invoke(parseResult);
    }

    private void Summarise(Command parent)
    {
        foreach (Command verb in parent.Subcommands)
        {
            _whole[verb] = verb.Description;
            verb.Description = verb.Description?.Split('\n')[0];
            Summarise(verb);
        }
    }
}
