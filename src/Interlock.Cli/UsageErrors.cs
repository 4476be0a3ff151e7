using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;

namespace Interlock.Cli;

/// <summary>
/// Words that cannot be understood: said on the error stream, in sentences without names of types, the first suggestion last. Only
/// where there were no words at all does the whole help follow.
/// </summary>
internal static partial class UsageErrors
{
    private const StringSplitOptions Lines = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    public static async Task<int> WriteAsync(VerbHost host, ParseResult parsed, ParseErrorAction action)
    {
        bool askedForNothing = parsed.Tokens.Count == 0;
        action.ShowHelp = askedForNothing;
        using StringWriter suggestions = new();
        using StringWriter errors = new();
        await parsed.InvokeAsync(new InvocationConfiguration { Output = askedForNothing ? host.Out : suggestions, Error = errors });
        string named = TypeName().Replace(errors.ToString(), match => $" as {KindOf(match.Groups["name"].Value)}");
        string listed = ListedWord().Replace(named, " ");
        string suggested = SuggestedWord().Replace(suggestions.ToString(), " ");
        foreach (string line in listed.Split('\n', Lines).Concat(suggested.Split('\n', Lines).Reverse()))
        {
            await host.Error.WriteLineAsync(line);
        }

        return ExitCode.Usage;
    }

    /// <summary>No path and no name is empty; most often a variable of a shell is not set.</summary>
    public static async Task<int> RefuseEmptyWordAsync(VerbHost host)
    {
        await host.Error.WriteLineAsync("One of the words after 'interlock' is empty; is a variable of the shell not set?");
        return ExitCode.Usage;
    }

    private static string KindOf(string type) => type switch
    {
        _ when type.Contains("Double", StringComparison.Ordinal) => "a number",
        _ when type.Contains("UInt", StringComparison.Ordinal) => "a whole number of 0 or more",
        _ when type.Contains("Int", StringComparison.Ordinal) => "a whole number",
        _ => "a value of this option",
    };

    [GeneratedRegex(" as expected type '(?<name>[^']*)'")]
    private static partial Regex TypeName();

    /// <summary>Words that an option takes are listed one to a line behind a tab.</summary>
    [GeneratedRegex(@"\r?\n\t")]
    private static partial Regex ListedWord();

    /// <summary>Suggestions stand one to a line, without the quote that begins a sentence.</summary>
    [GeneratedRegex(@"\r?\n(?=[^'\s])")]
    private static partial Regex SuggestedWord();
}
