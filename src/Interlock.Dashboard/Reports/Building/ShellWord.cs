namespace Interlock.Dashboard.Reports.Building;

/// <summary>A file name as one word of a command that can be pasted.</summary>
internal static class ShellWord
{
    public static string Of(string name)
    {
        string word = name.StartsWith('-') ? $"./{name}" : name;
        return word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "._/-+=:@".Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
