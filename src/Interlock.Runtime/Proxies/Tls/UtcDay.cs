using System.Globalization;

namespace Interlock.Runtime.Proxies.Tls;

/// <summary>A day as people read it in findings.</summary>
internal static class UtcDay
{
    public static string Of(DateTime moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
