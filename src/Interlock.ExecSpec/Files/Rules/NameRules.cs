using Interlock.Core.Text;

namespace Interlock.ExecSpec.Files.Rules;

/// <summary>Names that can be printed, matched and written back; texts that can be written back.</summary>
internal static class NameRules
{
    public static void Check(string name, string key, RuleReport report)
    {
        if (name.Length is 0 or > SpecLimits.MaxNameLength)
        {
            report.Error("EX110", key, $"a name of {name.Length} characters: 1 to {SpecLimits.MaxNameLength} are needed");
        }
        else if (name.Trim().Length != name.Length || name.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter)))
        {
            report.Error(
                "EX110",
                key,
                $"the name {Quoted.Of(name)} has control characters, or spaces at an end",
                "use letters, digits, dots, dashes and underscores");
        }
    }

    /// <summary>Names that have to differ from each other.</summary>
    public static void CheckUnique(IReadOnlyList<string> names, Func<int, string> keyOf, RuleReport report)
    {
        Dictionary<string, int> first = [];
        for (int i = 0; i < names.Count; i++)
        {
            Check(names[i], keyOf(i), report);
            if (names[i].Length > 0 && !first.TryAdd(names[i], i))
            {
                string cause = $"the name {Quoted.Of(names[i])} is already used by {keyOf(first[names[i]])}";
                report.Error("EX110", keyOf(i), cause, "give each its own name");
            }
        }
    }

    /// <summary>Free text; null is fine.</summary>
    public static void CheckText(string? text, string key, RuleReport report)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length > SpecLimits.MaxTextLength)
        {
            report.Error("EX110", key, $"a text of {text.Length} characters: at most {SpecLimits.MaxTextLength} are possible");
        }
        else if (HasHalfPair(text))
        {
            report.Error("EX110", key, "the text has half of a surrogate pair, which UTF-8 cannot write");
        }
    }

    private static bool HasHalfPair(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (char.IsSurrogate(text[i]) && !isPair)
            {
                return true;
            }

            i += isPair ? 1 : 0;
        }

        return false;
    }
}
