using Interlock.Dashboard.Series;
using Interlock.Dashboard.Web.Answers;
using Interlock.Dashboard.Web.Episodes;
using Interlock.Dashboard.Web.Folder;
using Interlock.Recording.Episodes;
using Interlock.Recording.Episodes.Listing;
using Interlock.Recording.Mcap.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interlock.Dashboard.Web.Places;

/// <summary>Recordings: list, one of them, its signals, pictures and files, notes, and the guard again.</summary>
internal sealed class EpisodePlaces(EpisodeFolder folder, EpisodeViews views, DashboardOptions options)
{
    private const long LargestAttachmentBytes = 64 << 20;
    private const string One = "/api/episodes/{id}";

    public static void Map(IEndpointRouteBuilder routes, EpisodeFolder? folder, EpisodeViews views, DashboardOptions options)
    {
        if (folder is null)
        {
            routes.MapGet("/api/episodes", context => Wire.WriteAsync(context, new EpisodeListAnswer([], [])));
            routes.MapGet("/api/reliability", context => Wire.WriteAsync(context, Reliability.OfNothing));
            return;
        }

        EpisodePlaces places = new(folder, views, options);
        routes.MapGet("/api/episodes", places.ListAsync);
        routes.MapGet("/api/reliability", context => Wire.WriteAsync(context, Reliability.Of(folder, views, context.RequestAborted)));
        routes.MapGet(One, context => places.WithViewAsync(context, (view, id) => Wire.WriteAsync(context, EpisodeAnswer.Of(id, view))));
        routes.MapGet($"{One}/series", context => places.WithViewAsync(context, (view, _) => SeriesAsync(context, view)));
        routes.MapGet($"{One}/step", context => places.WithViewAsync(context, (view, _) => StepAsync(context, view)));
        routes.MapGet($"{One}/image", context => places.WithViewAsync(context, (view, _) => ImageAsync(context, view)));
        routes.MapGet($"{One}/thumbnail", context => places.WithViewAsync(context, (view, _) => TextAsync(context, "image/svg+xml", Thumbnail.Of(view))));
        routes.MapGet($"{One}/attachment", context => places.WithViewAsync(context, (view, _) => AttachmentAsync(context, view)));
        routes.MapGet($"{One}/report", places.ReportAsync);
        routes.MapPost($"{One}/notes", places.NoteAsync);
        WhatIfPlaces.Map(routes, folder, views);
    }

    private Task ListAsync(HttpContext context)
    {
        EpisodeFilter filter = EpisodeFilter.Parse(Wire.Text(context, "filter"));
        IReadOnlyList<(string Id, ListedRecording Item)> items = folder.Items();
        return Wire.WriteAsync(context, new EpisodeListAnswer(
            [.. items.Where(item => item.Item.Entry is not null && filter.Holds(item.Item)).Reverse().Select(item => EpisodeRow.Of(item.Id, item.Item))],
            [.. items.Where(item => item.Item.Fault is not null).Select(item => EpisodeProblem.Of(item.Item.Path, item.Item.Fault!))]));
    }

    private async Task WithViewAsync(HttpContext context, Func<EpisodeView, string, Task> answer)
    {
        string id = IdOf(context);
        using EpisodeLease lease = views.Rent(folder.PathOf(id), cancellation: context.RequestAborted);
        await answer(lease.View, id);
    }

    private static string IdOf(HttpContext context) => (string)context.GetRouteValue("id")!;

    private static Task SeriesAsync(HttpContext context, EpisodeView view)
    {
        SeriesQuestion question = SeriesQuestion.Read(context);
        return question.AnswerAsync(context, view.Slice(question.Keys, question.T0, question.T1, question.Buckets));
    }

    private static Task StepAsync(HttpContext context, EpisodeView view) =>
        Wire.WriteAsync(context, StepAt(view, Wire.Number(context, "t")) ?? throw Failures.NotHere("step at this time"));

    // A recording begins a moment before its first step, and a page opens at its beginning.
    private static ViewStep? StepAt(EpisodeView view, double t) => view.At(t) ?? (t >= 0 ? view.At(t + (2 / view.Layout.RateHz)) : null);

    private static async Task ImageAsync(HttpContext context, EpisodeView view)
    {
        ViewImage image = view.Image(Wire.Text(context, "camera"), Wire.Number(context, "t")) ?? throw Failures.NotHere("image at this time");
        (string mediaType, ReadOnlyMemory<byte> bytes) = BrowserImage.Of(image.Image);
        context.Response.ContentType = mediaType;
        context.Response.Headers["X-Time-S"] = image.T.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    // Always a download: a file of a recording may be anything, also a page with a script.
    private static async Task AttachmentAsync(HttpContext context, EpisodeView view)
    {
        string name = Wire.Text(context, "name");
        McapAttachment file = view.Attachment(name, LargestAttachmentBytes) ?? throw Failures.NotHere("file of this name, or it is too large");
        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        await context.Response.Body.WriteAsync(file.Data, context.RequestAborted);
    }

    private async Task ReportAsync(HttpContext context)
    {
        string page = (options.Report ?? throw Failures.NotHere("report"))(folder.PathOf(IdOf(context)), context.RequestAborted);
        // The report carries its style and pictures in itself, and no script runs in it here.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
        await TextAsync(context, "text/html", page);
    }

    private async Task NoteAsync(HttpContext context)
    {
        NotesQuestion question = await Wire.ReadAsync<NotesQuestion>(context);
        new RecordingNotes { Tags = question.Tags, Note = question.Note, Success = question.Judged() }.Write(folder.PathOf(IdOf(context)));
        folder.Forget();
        await Wire.WriteAsync(context, question);
    }

    private static async Task TextAsync(HttpContext context, string mediaType, string text)
    {
        context.Response.ContentType = $"{mediaType}; charset=utf-8";
        await context.Response.WriteAsync(text, context.RequestAborted);
    }
}
