using System.CommandLine;
using System.CommandLine.Parsing;

namespace Interlock.Cli;

/// <summary>An option without its value is told as such. The rules of a command ask for values, which the library answers with an exception where there is none: they wait.</summary>
internal static class CutOffOptions
{
    public static void Guard(Command command)
    {
        Action<CommandResult>[] rules = [.. command.Validators];
        command.Validators.Clear();
        command.Validators.Add(result =>
        {
            if (!IsCutOff(result))
            {
                Array.ForEach(rules, rule => rule(result));
            }
        });
        foreach (Command child in command.Subcommands)
        {
            Guard(child);
        }
    }

    private static bool IsCutOff(CommandResult result) =>
        result.Children.OfType<OptionResult>().Any(option => !option.Implicit && option.Tokens.Count < option.Option.Arity.MinimumNumberOfValues);
}
