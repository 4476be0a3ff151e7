using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interlock.Dashboard.Web.Places;

/// <summary>The pages themselves, from inside the assembly: no folder is served, so no path leads out of one.</summary>
internal static class AssetPlaces
{
    private static readonly Dictionary<string, string> MediaTypes = new()
    {
        ["index.html"] = "text/html; charset=utf-8",
        ["app.js"] = "text/javascript; charset=utf-8",
        ["app.css"] = "text/css; charset=utf-8",
        ["licences.txt"] = "text/plain; charset=utf-8",
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", context => SendAsync(context, "index.html"));
        foreach (string name in MediaTypes.Keys)
        {
            routes.MapGet($"/{name}", context => SendAsync(context, name));
        }

        routes.MapFallback(_ => throw Failures.NotHere("page of this name"));
    }

    private static async Task SendAsync(HttpContext context, string name)
    {
        await using Stream asset = Assembly.GetExecutingAssembly().GetManifestResourceStream($"assets/{name}")!;
        context.Response.ContentType = MediaTypes[name];
        context.Response.ContentLength = asset.Length;
        await asset.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
