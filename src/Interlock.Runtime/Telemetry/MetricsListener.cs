using System.Net;

namespace Interlock.Runtime.Telemetry;

/// <summary>Where scrapers read <c>/metrics</c>.</summary>
/// <param name="Listen">Port 0 takes a free one. An address other than loopback needs <paramref name="Token"/>.</param>
/// <param name="Token">What scrapers must send as <c>Authorization: Bearer …</c>; null lets everyone in who reaches it.</param>
public sealed record MetricsListener(IPEndPoint Listen, string? Token = null);
