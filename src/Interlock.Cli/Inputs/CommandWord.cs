namespace Interlock.Cli.Inputs;

/// <summary>A word of a command that is printed to be copied.</summary>
internal static class CommandWord
{
    public static string Of(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;
}
