using System.Text.Json;
using Interlock.Dashboard.Web.Answers;
using Interlock.Dashboard.Web.Folder;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interlock.Dashboard.Web.Places;

/// <summary>Studies, calibrations and specifications of the folder.</summary>
internal static class DocumentPlaces
{
    public static void Map(IEndpointRouteBuilder routes, DocumentFolder? folder)
    {
        routes.MapGet("/api/documents", context => Wire.WriteAsync(context, new DocumentListAnswer(folder?.Items() ?? [])));
        routes.MapGet("/api/documents/{id}", context => SendAsync(context, folder));
    }

    private static async Task SendAsync(HttpContext context, DocumentFolder? folder)
    {
        byte[] bytes = (folder ?? throw Failures.NotHere("folder")).Read((string)context.GetRouteValue("id")!);
        try
        {
            // Read before it is sent, so that half a file is an error and not half an answer.
            using JsonDocument document = JsonDocument.Parse(bytes);
        }
        catch (JsonException exception)
        {
            throw Failures.Wrong("document", exception.Message.TrimEnd('.'));
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
