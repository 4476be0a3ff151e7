namespace Interlock.Dashboard.Reports.Building;

/// <summary>A file name as one word of a command that can be pasted.</summary>
internal static class ShellWord
{
    public static string Of(string name) => Quoted(name.StartsWith('-') ? $"./{name}" : name);

    /// <summary>Any text as one word, where it cannot be taken for an option.</summary>
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "._/-+=:@".Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
