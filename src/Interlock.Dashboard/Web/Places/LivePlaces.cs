using System.Net.WebSockets;
using Interlock.Dashboard.LiveView;
using Interlock.Dashboard.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interlock.Dashboard.Web.Places;

/// <summary>The robot as it is now.</summary>
internal static class LivePlaces
{
    // What may set the robot in motion needs a person's yes with it; ours.
    private static readonly HashSet<string> Moving = ["arm", "start", "resume", "take_over", "hand_back", "answer_go_on", "answer_with_care"];

    public static void Map(IEndpointRouteBuilder routes, ILiveRobot? live)
    {
        if (live is null)
        {
            return;
        }

        routes.MapGet("/api/live", context => WatchAsync(context, live));
        routes.MapGet("/api/live/image", context => PictureAsync(context, live));
        routes.MapPost("/api/live/command", context => CommandAsync(context, live));
    }

    private static async Task WatchAsync(HttpContext context, ILiveRobot live)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw Failures.Wrong("request", "this place is a WebSocket");
        }

        using WebSocket browser = await context.WebSockets.AcceptWebSocketAsync();
        await live.ServeAsync(browser, context.Request.Query["session"].FirstOrDefault(), context.RequestAborted);
    }

    private static async Task PictureAsync(HttpContext context, ILiveRobot live)
    {
        LivePicture picture = live.Picture(Wire.Text(context, "camera")) ?? throw Failures.NotHere("picture of this camera");
        context.Response.ContentType = picture.MediaType;
        await context.Response.Body.WriteAsync(picture.Bytes, context.RequestAborted);
    }

    private static async Task CommandAsync(HttpContext context, ILiveRobot live)
    {
        CommandQuestion question = await Wire.ReadAsync<CommandQuestion>(context);
        if (Moving.Contains(question.Command) && question.Confirm != true)
        {
            throw Failures.Wrong(question.Command, "the robot may move by it, so a person has to confirm it");
        }

        await Wire.WriteAsync(context, await live.CommandAsync(question.Command, context.RequestAborted));
    }
}
