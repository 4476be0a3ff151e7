using Interlock.Core.Text;

namespace Interlock.Core.Contract.Rules;

/// <summary>Enumeration values that a program made by casting.</summary>
internal static class WordRules
{
    public static void Check<T>(T value, string key, RuleReport report)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            report.Error("CT010", key, $"{value} is not a value that this key knows", $"known: {string.Join(", ", EnumWord.All<T>())}");
        }
    }
}
