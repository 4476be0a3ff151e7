using System.Globalization;

namespace Interlock.Recording.Episodes.Listing;

/// <summary>What a filter can ask of a recording.</summary>
internal static class EpisodeFields
{
    private static readonly Dictionary<string, Func<ListedRecording, string?>> Words = new(StringComparer.Ordinal)
    {
        ["outcome"] = item => item.Outcome,
        ["state"] = item => item.State,
        ["task"] = item => item.Entry?.Task,
        ["policy"] = item => item.Entry?.Policy,
        ["robot"] = item => item.Entry?.Robot,
        ["certificate"] = item => item.Entry?.CertificateLevel,
        ["run"] = item => item.Entry?.RunId,
        ["note"] = item => item.Entry?.Notes.Note,
        ["file"] = item => item.Path,
        ["date"] = item => item.Entry?.StartedUtc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static readonly Dictionary<string, Func<ListedRecording, double?>> Numbers = new(StringComparer.Ordinal)
    {
        ["interventions"] = item => item.Entry?.Interventions,
        ["stops"] = item => item.Entry?.Stops,
        ["steps"] = item => item.Entry?.Steps,
        ["length_s"] = item => item.Entry?.Length.TotalSeconds,
        ["margin"] = item => item.Entry?.WorstMargin,
    };

    /// <summary>A recording has several: any of them counts.</summary>
    public const string Tag = "tag";

    public static IEnumerable<string> Names => [.. Words.Keys, Tag, .. Numbers.Keys];

    public static bool IsNumber(string key) => Numbers.ContainsKey(key);

    public static bool IsWord(string key) => key == Tag || Words.ContainsKey(key);

    public static double? Number(string key, ListedRecording item) => Numbers[key](item);

    public static IEnumerable<string> Texts(string key, ListedRecording item) =>
        key == Tag ? item.Entry?.Notes.Tags ?? [] : Words[key](item) is { } word ? [word] : [];

    /// <summary>Everything that a bare word is looked for in.</summary>
    public static IEnumerable<string> AllTexts(ListedRecording item) => Words.Keys.Append(Tag).SelectMany(key => Texts(key, item));
}
