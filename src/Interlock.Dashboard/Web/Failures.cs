using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Interlock.Dashboard.Web;

/// <summary>What went wrong, as <c>{code, message, hint}</c>.</summary>
internal static class Failures
{
    public static async Task TellAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (DiagnosticException exception) when (!context.Response.HasStarted)
        {
            Diagnostic first = exception.Diagnostics[0];
            int status = first.Code == "RT303" ? StatusCodes.Status404NotFound : first.Code == "RT304" ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity;
            await WriteAsync(context, status, first.Code, first.Message, first.Hint);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, exception.StatusCode, "RT305", exception.Message.TrimEnd('.'), null);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
    }

    public static async Task WriteAsync(HttpContext context, int status, string code, string message, string? hint)
    {
        context.Response.StatusCode = status;
        await Wire.WriteAsync(context, new FailureAnswer(code, message, hint));
    }

    public static DiagnosticException NotHere(string what) => new("RT303", $"there is no {what} here");

    public static DiagnosticException Wrong(string what, string why) => new("RT305", $"{what}: {why}");
}
