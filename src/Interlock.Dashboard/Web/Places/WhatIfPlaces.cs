using Interlock.Dashboard.Series;
using Interlock.Dashboard.Web.Answers;
using Interlock.Dashboard.Web.Episodes;
using Interlock.Dashboard.Web.Episodes.OtherContract;
using Interlock.Dashboard.Web.Folder;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interlock.Dashboard.Web.Places;

/// <summary>The guard again with another contract: the question, then its commands and differences piece by piece.</summary>
internal sealed class WhatIfPlaces(EpisodeFolder folder, EpisodeViews views)
{
    private const int MostAtOnce = 500;
    private const string Question = "/api/episodes/{id}/whatif";
    private const string Answer = Question + "/{run}";

    private readonly WhatIfRuns _runs = new();

    public static void Map(IEndpointRouteBuilder routes, EpisodeFolder folder, EpisodeViews views)
    {
        WhatIfPlaces places = new(folder, views);
        routes.MapPost(Question, places.AskAsync);
        routes.MapGet($"{Answer}/series", places.SeriesAsync);
        routes.MapGet($"{Answer}/differences", places.DifferencesAsync);
    }

    private async Task AskAsync(HttpContext context)
    {
        WhatIfQuestion question = await Wire.ReadAsync<WhatIfQuestion>(context);
        using EpisodeLease lease = views.Rent(PathOf(context), cancellation: context.RequestAborted);
        await Wire.WriteAsync(context, WhatIf.Ask(lease.View, question.Contract, _runs, context.RequestAborted));
    }

    private Task SeriesAsync(HttpContext context)
    {
        WhatIfRun run = RunOf(context);
        SeriesQuestion question = SeriesQuestion.Read(context);
        int[] channels = [.. question.Keys.Select(name => run.Channels.Index().Where(pair => pair.Item == name).Select(pair => pair.Index).DefaultIfEmpty(-1).First())];
        return channels.Contains(-1)
            ? throw Failures.Wrong("signals", "a channel that the recording does not have")
            : question.AnswerAsync(context, run.Slice(channels, question.T0, question.T1, question.Buckets));
    }

    private Task DifferencesAsync(HttpContext context)
    {
        WhatIfRun run = RunOf(context);
        (double from, double count) = (Wire.Number(context, "from"), Wire.Number(context, "count"));
        return from is < 0 or > int.MaxValue || count is < 1 or > MostAtOnce
            ? throw Failures.Wrong("differences", $"from 0 on, 1 to {MostAtOnce} at once")
            : Wire.WriteAsync(context, new WhatIfDifferences((int)from, [.. run.Differences.Skip((int)from).Take((int)count)]));
    }

    private WhatIfRun RunOf(HttpContext context) => _runs.Of((string)context.GetRouteValue("run")!, PathOf(context));

    private string PathOf(HttpContext context) => folder.PathOf((string)context.GetRouteValue("id")!);
}
