using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.ExecSpec.Files.Rules;

/// <summary>Words of closed lists: from a file where they are plain text, from a program where they were made by casting.</summary>
internal static class WordRules
{
    public static void Check<T>(T? value, string key, RuleReport report)
        where T : struct, Enum
    {
        if (value is { } word && !Enum.IsDefined(word))
        {
            Unknown($"{word}", EnumWord.All<T>(), key, report);
        }
    }

    public static void Check(string? value, string[] words, string key, RuleReport report)
    {
        if (value is not null && !words.Contains(value))
        {
            Unknown(Quoted.Of(value), words, key, report);
        }
    }

    /// <summary>No unit is a unit only where <paramref name="mayBeNone"/>.</summary>
    public static void Check(ChannelUnit? unit, bool mayBeNone, string key, RuleReport report)
    {
        if (unit is not null && !ChannelUnit.All.Contains(unit) && !(mayBeNone && unit == ChannelUnit.None))
        {
            Unknown(Quoted.Of(unit.Symbol), [.. ChannelUnit.All.Select(item => item.Symbol)], key, report);
        }
    }

    public static void Unknown(string shown, IReadOnlyList<string> words, string key, RuleReport report) =>
        report.Error("EX108", key, $"{shown} is not a value that this key knows", $"known: {string.Join(", ", words)}");
}
