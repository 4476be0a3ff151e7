using Interlock.ExecSpec.Import.LeRobot.Statistics;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>Statistics of the action under another name, such as <c>so100.buffer.action</c> of smolvla_base: real, and never looked up.</summary>
internal static class PrefixedEntries
{
    private static readonly string[] Endings = [".action", "_action", "/action"];
    private static readonly string[] Wrappers = [".buffer", "_buffer"];

    /// <summary>Key of each entry (<c>so100</c>) and the feature that holds it.</summary>
    public static IReadOnlyList<(string Key, string Feature)> Find(StateFile state) =>
    [
        .. state.Features
            .Where(feature => Endings.Any(ending => feature.Length > ending.Length && feature.EndsWith(ending, StringComparison.Ordinal)))
            .Select(feature => (Key: KeyOf(feature), feature))
            .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal),
    ];

    private static string KeyOf(string feature)
    {
        string key = feature[..^Endings[0].Length];
        string? wrapper = Wrappers.FirstOrDefault(wrapper => key.Length > wrapper.Length && key.EndsWith(wrapper, StringComparison.Ordinal));
        return wrapper is null ? key : key[..^wrapper.Length];
    }
}
