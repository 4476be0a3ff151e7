using System.Text;

namespace Interlock.ExecSpec.Manifest;

/// <summary>Relative paths that mean the same file on every system.</summary>
internal static class PortablePath
{
    /// <summary>Longest path, in UTF-16 units; longer than what file systems allow.</summary>
    public const int Longest = 4096;

    /// <summary>What is wrong with a name that is not portable.</summary>
    public const string Problem = "the name has a backslash, a control character or bytes that are not UTF-8, or is too long";

    /// <summary>No empty, <c>.</c> or <c>..</c> component, no leading or trailing <c>/</c>, and every component a portable name.</summary>
    public static bool IsCanonical(string path) =>
        path.Length is > 0 and <= Longest && path.Split('/').All(name => name is not ("" or "." or "..") && IsPortable(name));

    /// <summary>
    /// No control character, no backslash, which Windows would take for a separator, and nothing that is not Unicode: the framework shows
    /// bytes that are not UTF-8 as U+FFFD, under which the file cannot be found again.
    /// </summary>
    public static bool IsPortable(string name)
    {
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (rune.Value is '\\' or 0xFFFD || Rune.IsControl(rune))
            {
                return false;
            }
        }

        return true;
    }
}
