using Interlock.Core.Text;
using Interlock.Dashboard.Web.Access;
using Interlock.Dashboard.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Interlock.Dashboard.Web.Places;

/// <summary>Who looks, and at what.</summary>
internal static class SessionPlaces
{
    public static void Map(IEndpointRouteBuilder routes, DashboardOptions options) =>
        routes.MapGet("/api/session", context => Wire.WriteAsync(context, new SessionAnswer(
            EnumWord.Of(AccessGate.RoleOf(context)),
            options.Version,
            options.Live is { } live ? new LiveAnswer(live.IsConnected, live.Url) : null,
            options.Folder is null ? null : Path.GetFileName(Path.GetFullPath(options.Folder)))));
}
