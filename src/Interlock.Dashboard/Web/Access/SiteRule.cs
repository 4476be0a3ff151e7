using System.Net;
using Microsoft.AspNetCore.Http;

namespace Interlock.Dashboard.Web.Access;

/// <summary>
/// Which pages may talk to this server. A page of another site can make a browser send requests here; its name gives it away: the host it
/// believes to talk to (a name that was bound to this address), its origin, or the header that only our own pages send.
/// </summary>
internal sealed class SiteRule(DashboardOptions options)
{
    public const string OwnHeader = "X-Interlock";

    /// <summary>The reason to refuse; null for none.</summary>
    public string? Refusal(HttpRequest request)
    {
        if (!IsOurs(request.Host.Host))
        {
            return $"this dashboard does not answer under the name '{request.Host.Host}'";
        }

        string? origin = request.Headers.Origin;
        bool comesFromElsewhere = origin is not null && !IsSameSite(origin, request);
        return comesFromElsewhere || request.Headers["Sec-Fetch-Site"] == "cross-site" && !IsNavigation(request) ? "the request comes from another site"
            : request.HttpContext.WebSockets.IsWebSocketRequest && origin is null && request.Headers.UserAgent.ToString().StartsWith("Mozilla", StringComparison.Ordinal) ? "the request does not say where it comes from"
            : HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers[OwnHeader] == "1" ? null
            : $"the header {OwnHeader}: 1 is missing";
    }

    private bool IsOurs(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && (IPAddress.IsLoopback(address) || !IPAddress.IsLoopback(options.Listen.Address)))
        || options.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool IsSameSite(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? site) && site.Scheme == request.Scheme && site.Authority == request.Host.Value;

    // A link to a page here, from wherever: it shows the page and gives the other site nothing.
    private static bool IsNavigation(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && !request.Path.StartsWithSegments("/api");
}
