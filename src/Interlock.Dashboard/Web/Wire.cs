using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Interlock.Dashboard.Web.Access;
using Microsoft.AspNetCore.Http;

namespace Interlock.Dashboard.Web;

/// <summary>Questions and answers of the pages as bytes.</summary>
internal static class Wire
{
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    public static async Task WriteAsync<T>(HttpContext context, T answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.Body, answer, Json, context.RequestAborted);
    }

    /// <summary>The body of a request that changes something.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT304: a viewer asks; RT305: it cannot be understood.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context)
    {
        if (AccessGate.RoleOf(context) != Role.Operator)
        {
            throw new Core.Diagnostics.DiagnosticException("RT304", "a read-only link cannot do this", hint: "open the operator's link");
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<T>(context.Request.Body, Json, context.RequestAborted) ?? throw Failures.Wrong("request", "it is empty");
        }
        catch (JsonException exception)
        {
            throw Failures.Wrong("request", exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>A finite number of the query.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT305: absent or none.</exception>
    public static double Number(HttpContext context, string key) =>
        double.TryParse(context.Request.Query[key], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number : throw Failures.Wrong(key, "it has to be a number");

    /// <summary>A text of the query; empty when absent.</summary>
    public static string Text(HttpContext context, string key) => context.Request.Query[key].ToString();
}
