using Interlock.Core.Text;

namespace Interlock.Core.Contract.Rules;

/// <summary>Ranges of single numbers.</summary>
internal static class NumberRules
{
    /// <summary>A limit that may have any sign. True when the number is absent or usable.</summary>
    public static bool IsUsable(double? value, string key, string unit, RuleReport report) =>
        IsInside(value, -ContractLimits.MaxMagnitude, ContractLimits.MaxMagnitude, key, unit, report);

    /// <summary>A limit on a rate or a size, which has to be above zero. True when the number is absent or usable.</summary>
    public static bool IsUsablePositive(double? value, string key, string unit, RuleReport report) =>
        IsInside(value, ContractLimits.MinPositive, ContractLimits.MaxMagnitude, key, unit, report);

    public static bool IsInside(double? value, double low, double high, string key, string unit, RuleReport report)
    {
        if (value is not { } number)
        {
            return true;
        }

        if (!double.IsFinite(number))
        {
            report.Error("CT011", key, $"{number} is not a finite number", "a limit that does not exist is stated by leaving its key out");
            return false;
        }

        if (number >= low && number <= high)
        {
            return true;
        }

        string limit = number < low ? $"at least {ShortNumber.Of(low, unit)}" : $"at most {ShortNumber.Of(high, unit)}";
        string? hint = number <= 0 && low > 0 ? "a limit that does not exist is stated by leaving its key out" : null;
        report.Error("CT012", key, $"{ShortNumber.Of(number, unit)} is out of range: {limit} is needed", hint);
        return false;
    }
}
