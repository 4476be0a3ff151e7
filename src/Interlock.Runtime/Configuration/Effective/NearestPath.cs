using Interlock.Core.Text;

namespace Interlock.Runtime.Configuration.Effective;

/// <summary>The path that a user probably meant: a whole path that is near, or one whose last key is.</summary>
internal static class NearestPath
{
    public static string? Of(string typed, IReadOnlyList<string> paths)
    {
        string last = LastKeyOf(typed);
        string? sameKey = paths.FirstOrDefault(path => LastKeyOf(path) == last);
        return NearestName.Of(typed, paths) ?? sameKey
            ?? (NearestName.Of(last, paths.Select(LastKeyOf)) is { } near ? paths.First(path => LastKeyOf(path) == near) : null);
    }

    private static string LastKeyOf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
