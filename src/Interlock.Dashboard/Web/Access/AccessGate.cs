using Microsoft.AspNetCore.Http;

namespace Interlock.Dashboard.Web.Access;

/// <summary>Every request comes through here first: right site, right token; and every answer gets the headers that keep it harmless.</summary>
internal sealed class AccessGate(DashboardOptions options)
{
    private const string Cookie = "interlock";
    private const string TokenKey = "token";
    private const string Bearer = "Bearer ";

    private readonly SiteRule _site = new(options);
    private readonly TokenRule _token = new(options);

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        Harmless(context.Response.Headers);
        if (_site.Refusal(context.Request) is { } reason)
        {
            await Failures.WriteAsync(context, StatusCodes.Status403Forbidden, "RT301", reason, null);
        }
        else if (_token.RoleOf(Shown(context.Request)) is not { } role)
        {
            await Failures.WriteAsync(context, StatusCodes.Status401Unauthorized, "RT302", "the token of this dashboard was not shown", "open the link that `interlock dashboard` printed");
        }
        else if (context.Request.Query.ContainsKey(TokenKey))
        {
            Keep(context);
        }
        else
        {
            context.Items[typeof(Role)] = role;
            await next(context);
        }
    }

    /// <summary>What the person who sent the request may do.</summary>
    public static Role RoleOf(HttpContext context) => context.Items[typeof(Role)] is Role role ? role : Role.Viewer;

    private static string? Shown(HttpRequest request) =>
        request.Query.TryGetValue(TokenKey, out Microsoft.Extensions.Primitives.StringValues asked) ? asked.ToString()
        : request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim()
        : request.Cookies[Name(request)];

    // From the link into a cookie, so that the token stays neither in the history nor in a screenshot.
    private static void Keep(HttpContext context)
    {
        context.Response.Cookies.Append(Name(context.Request), context.Request.Query[TokenKey].ToString(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        context.Response.Redirect("/");
    }

    // Cookies do not know ports: two dashboards on one machine must not take each other's.
    private static string Name(HttpRequest request) => $"{Cookie}{request.Host.Port}";

    private static void Harmless(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
