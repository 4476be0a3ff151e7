using System.Globalization;

namespace Interlock.ExecSpec.Certificates;

/// <summary>Times of certificates: UTC in whole seconds.</summary>
internal static class CertificateTime
{
    public const string Example = "2026-08-01T12:00:00Z";

    /// <summary>Longest validity: whoever signed it should look again.</summary>
    public static readonly TimeSpan LongestValidity = TimeSpan.FromDays(3653);

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Find(string text) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;

    public static DateTimeOffset WholeSeconds(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>Why a period cannot be one; null when it can.</summary>
    public static string? Fault(DateTimeOffset issued, DateTimeOffset expires) =>
        expires <= issued ? $"it expires at {Of(expires)}, which is not after it was issued ({Of(issued)})"
        : expires - issued > LongestValidity ? $"it is valid for {(expires - issued).TotalDays:0} days; at most {LongestValidity.TotalDays:0} are allowed"
        : null;
}
