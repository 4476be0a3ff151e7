using Interlock.Core.Text;

namespace Interlock.Runtime.Configuration.Reading;

/// <summary>The hint beside a word that is not known.</summary>
internal static class Suggestion
{
    /// <summary>The nearest word, and all of them.</summary>
    public static string Of(string typed, IReadOnlyList<string> words, string heading)
    {
        string known = string.Join(", ", words);
        return NearestName.Of(typed, words) is { } nearest
            ? $"did you mean '{nearest}'? {heading}: {known}"
            : $"{heading.ToLowerInvariant()}: {known}";
    }
}
