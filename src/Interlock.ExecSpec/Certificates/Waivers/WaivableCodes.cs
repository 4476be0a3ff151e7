namespace Interlock.ExecSpec.Certificates.Waivers;

/// <summary>
/// The checks that a waiver may cover: measured deviations and facts of this installation. Whether anybody may be believed (EX001 to EX004),
/// which files there are (EX010 to EX012), an unnormaliser that does nothing or has no finite numbers (EX023, EX024), and which arithmetic
/// the numbers go through (EX020, EX022, EX030 to EX034, EX040 to EX042) cannot be waived: there the policy is another one, and that one
/// can be certified.
/// </summary>
internal static class WaivableCodes
{
    /// <summary>The closed list.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["EX021", "EX025", "EX026", "EX027", "EX035", "EX050", "EX051", "EX052", "EX053", "EX060", "EX061", "EX062", "EX070", "EX080"];

    /// <summary>Whether a check may be waived.</summary>
    public static bool Contains(string code) => All.Contains(code, StringComparer.Ordinal);

    /// <summary>Why a check may not be waived; null when it may.</summary>
    internal static string? Fault(string code) => Contains(code) ? null : $"{code} cannot be waived; what can: {string.Join(", ", All)}";
}
