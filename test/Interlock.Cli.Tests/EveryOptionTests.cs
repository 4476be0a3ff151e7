using System.CommandLine;

namespace Interlock.Cli.Tests;

/// <summary>A word that is cut off is a mistake of typing, for every verb.</summary>
public sealed class EveryOptionTests
{
    public static TheoryData<string> Options => [.. Within(CommandLine.Build(new VerbHost { Out = TextWriter.Null, Error = TextWriter.Null, Clock = TimeProvider.System, Width = 80 }), []).SelectMany(pair => pair.Command.Options
        .Where(option => option.Arity.MinimumNumberOfValues > 0)
        .Select(option => string.Join(' ', [.. pair.Path, option.Name])))];

    [Theory]
    [MemberData(nameof(Options))]
    public async Task An_option_without_its_value_is_a_usage_error(string words)
    {
        Invocation invocation = await Invocation.RunAsync(words.Split(' '));
        Assert.Equal(ExitCode.Usage, invocation.ExitCode);
        Assert.Contains(words.Split(' ')[^1], invocation.Errors, StringComparison.Ordinal);
    }

    private static IEnumerable<(Command Command, string[] Path)> Within(Command command, string[] path) =>
        command.Subcommands.SelectMany(child => Within(child, [.. path, child.Name])).Append((command, path));
}
