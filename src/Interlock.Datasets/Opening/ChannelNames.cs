using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;

namespace Interlock.Datasets.Opening;

/// <summary>Names for channels, given or invented.</summary>
internal static class ChannelNames
{
    /// <summary><c>action_0</c>, <c>action_1</c>, … for a source without names.</summary>
    public static string[] Invent(string prefix, int count) =>
        [.. Enumerable.Range(0, count).Select(index => string.Create(CultureInfo.InvariantCulture, $"{prefix}_{index}"))];

    /// <summary>No units are known for files of plain numbers.</summary>
    public static ChannelUnit[] NoUnits(int count) => [.. Enumerable.Repeat(ChannelUnit.None, count)];

    public static void RequireUnique(IReadOnlyList<string> names, SourcePlace place)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        string? twice = names.FirstOrDefault(name => !seen.Add(name));
        if (twice is not null)
        {
            throw new DiagnosticException(
                FileCode.DuplicateChannel, $"Two channels are named '{twice}'", place, "give every channel a name of its own");
        }
    }

    public static void RequireCount(long count, SourcePlace place)
    {
        if (count is < 1 or > EpisodeLimits.MaximumChannels)
        {
            throw new DiagnosticException(
                FileCode.ChannelCount,
                $"{count} channels are outside 1 to {EpisodeLimits.MaximumChannels}",
                place,
                "actions are steps × channels; a transposed array looks like this");
        }
    }

    public static void RequireSize(long steps, int channels, SourcePlace place)
    {
        if (steps * channels > EpisodeLimits.MaximumValues)
        {
            throw new DiagnosticException(
                FileCode.EpisodeTooLarge,
                $"One episode of {steps} steps × {channels} channels exceeds {EpisodeLimits.MaximumValues} numbers",
                place,
                "split the recording into episodes, for example with episode_ids.npy beside actions.npy or an episode column");
        }
    }
}
