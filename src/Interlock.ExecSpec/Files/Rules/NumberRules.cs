using Interlock.Core.Text;

namespace Interlock.ExecSpec.Files.Rules;

/// <summary>Ranges of single numbers; an absent number is fine.</summary>
internal static class NumberRules
{
    public static void Inside(double? value, double low, double high, string key, string unit, RuleReport report)
    {
        if (value is not { } number || (number >= low && number <= high))
        {
            return;
        }

        string limit = number < low ? $"at least {ShortNumber.Of(low, unit)}" : $"at most {ShortNumber.Of(high, unit)}";
        string cause = double.IsFinite(number) ? $"{ShortNumber.Of(number, unit)} is out of range: {limit} is needed" : $"{number} is not a finite number";
        report.Error("EX109", key, cause, "what is not known is stated by leaving its key out");
    }

    public static void Positive(double? value, string key, string unit, RuleReport report) =>
        Inside(value, SpecLimits.MinPositive, SpecLimits.MaxMagnitude, key, unit, report);

    public static void Finite(double? value, string key, string unit, RuleReport report) =>
        Inside(value, -SpecLimits.MaxMagnitude, SpecLimits.MaxMagnitude, key, unit, report);

    /// <summary>A whole number from 1.</summary>
    public static void Count(int? value, int most, string key, RuleReport report) => Inside(value, 1, most, key, "", report);

    /// <summary>True when the list is not longer than can be checked.</summary>
    public static bool Length(int count, int most, string key, RuleReport report)
    {
        if (count > most)
        {
            report.Error("EX109", key, $"{count} entries: at most {most} are possible");
        }

        return count <= most;
    }
}
