using Interlock.Dashboard.Series;
using Interlock.Dashboard.Web.Episodes;
using Microsoft.AspNetCore.Http;

namespace Interlock.Dashboard.Web.Places;

/// <summary>Which signals over which time, in how many buckets.</summary>
internal sealed record SeriesQuestion(IReadOnlyList<string> Keys, double T0, double T1, int Buckets)
{
    private const int MostBuckets = 4096;
    private const int MostSignals = 256;

    /// <exception cref="Core.Diagnostics.DiagnosticException">RT305: it cannot be understood.</exception>
    public static SeriesQuestion Read(HttpContext context)
    {
        string[] keys = Wire.Text(context, "signals").Split(',', StringSplitOptions.RemoveEmptyEntries);
        (double t0, double t1, double buckets) = (Wire.Number(context, "t0"), Wire.Number(context, "t1"), Wire.Number(context, "buckets"));
        return keys.Length is 0 or > MostSignals || t1 <= t0 || buckets is < 1 or > MostBuckets
            ? throw Failures.Wrong("series", $"1 to {MostSignals} signals, t0 before t1, and 1 to {MostBuckets} buckets")
            : new SeriesQuestion(keys, t0, t1, (int)buckets);
    }

    public async Task AnswerAsync(HttpContext context, IReadOnlyList<SignalSlice> slices)
    {
        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(SignalFrame.Encode(slices, T0, (T1 - T0) / Buckets), context.RequestAborted);
    }
}
