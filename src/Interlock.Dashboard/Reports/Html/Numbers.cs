using System.Globalization;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>Numbers as a report prints them.</summary>
internal static class Numbers
{
    public const string None = "–";

    public static string Of(double? value, string unit = "") => value is { } number ? $"{number.ToString("G5", CultureInfo.InvariantCulture)}{(unit.Length == 0 ? "" : " ")}{unit}" : None;

    public static string Whole(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? None;

    /// <summary>A number of things that take an s.</summary>
    public static string Count(long value, string thing) => $"{Whole(value)} {thing}{(value == 1 ? "" : "s")}";

    public static string Seconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} s");

    public static string Share(double? value) => value is { } share ? Building.VerdictWords.Share(share) : None;

    public static string Bytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:N0}");

    /// <summary>A rate with its interval.</summary>
    public static string Rate(RateFacts rate) => rate.Value is null ? "nothing to estimate from"
        : string.Create(CultureInfo.InvariantCulture, $"{rate.Value:0.##} (95 % interval {rate.Low:0.##} to {rate.High:0.##}; {rate.Count:N0} in n = {rate.N:N0})");

    /// <summary>k of n with its interval.</summary>
    public static string Proportion(RateFacts share) => share.Value is null ? $"0 of 0: nothing to estimate from"
        : string.Create(CultureInfo.InvariantCulture, $"{share.Count:N0} of {share.N:N0} ({share.Value:0.0 %}; 95 % interval {share.Low:0.0 %} to {share.High:0.0 %})");

    public static string Limits(double? min, double? max, string unit) => (min, max) switch
    {
        (null, null) => None,
        ({ } low, null) => $"≥ {Of(low, unit)}",
        (null, { } high) => $"≤ {Of(high, unit)}",
        ({ } low, { } high) => $"{Of(low)} to {Of(high, unit)}",
    };
}
