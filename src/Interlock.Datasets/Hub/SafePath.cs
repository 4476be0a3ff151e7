using System.Buffers;

namespace Interlock.Datasets.Hub;

/// <summary>Names from the network that become paths below a folder of ours.</summary>
internal static class SafePath
{
    private const int MaximumLength = 1024;

    private static readonly SearchValues<char> Refused = SearchValues.Create("\\:*?\"<>|~^");

    /// <summary>True for a slash-separated path that stays below its folder on every system.</summary>
    public static bool IsRelative(string path) =>
        path.Length is > 0 and <= MaximumLength
        && !path.AsSpan().ContainsAny(Refused)
        && !path.Any(char.IsControl)
        && path.Split('/').All(part => part.Length > 0 && part[0] != ' ' && part[^1] is not ('.' or ' '));
}
