using System.Text.Json;

namespace Interlock.Runtime.Configuration.Keys;

/// <summary>The words of an enumeration whose type is known at run time only.</summary>
internal static class WordList
{
    public static IReadOnlyList<string> Of(Type type) => [.. Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    public static string Of(object value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()!);

    /// <summary>The member of a word; null when there is none.</summary>
    public static object? Find(Type type, string word)
    {
        int index = Of(type).ToList().IndexOf(word);
        return index < 0 ? null : Enum.Parse(type, Enum.GetNames(type)[index]);
    }
}
