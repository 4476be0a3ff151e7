using Interlock.Core.Text;

namespace Interlock.Core.Contract.Rules;

/// <summary>Names that can be printed, matched and written back.</summary>
internal static class NameRules
{
    public static void Check(string name, string key, RuleReport report)
    {
        if (name.Length is 0 or > ContractLimits.MaxNameLength)
        {
            report.Error("CT023", key, $"a name of {name.Length} characters: 1 to {ContractLimits.MaxNameLength} are needed");
        }
        else if (!IsPrintable(name))
        {
            report.Error(
                "CT023",
                key,
                $"the name {Quoted.Of(name)} has control characters, or spaces at an end",
                "use letters, digits, dots, dashes and underscores");
        }
    }

    private static bool IsPrintable(string name) =>
        name.Trim().Length == name.Length && !name.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter));
}
