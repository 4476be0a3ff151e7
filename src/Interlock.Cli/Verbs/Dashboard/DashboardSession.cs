using System.CommandLine;
using Interlock.Dashboard.LiveView;
using Interlock.Dashboard.Web;
using Interlock.Runtime.Live;
using EpisodeReport = Interlock.Dashboard.Reports.Report;

namespace Interlock.Cli.Verbs.Dashboard;

/// <summary>One call of <c>dashboard</c>.</summary>
internal sealed class DashboardSession(VerbHost host, DashboardWords words, ParseResult parsed)
{
    private const string UsualFolder = "runs";

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        Uri? live = words.Live(parsed);
        string? folder = words.Folder(parsed) ?? (live is null ? UsualFolder : null);
        if (folder is not null && !Directory.Exists(folder))
        {
            await host.Error.WriteLineAsync($"There is no folder '{folder}'; name the folder with the recordings, or the address of a live feed.");
            return ExitCode.FoundWanting;
        }

        await using DashboardServer server = await DashboardServer.StartAsync(Options(folder, live), host.Clock, cancellation);
        await host.Out.WriteLineAsync($"dashboard: {server.OperatorLink}");
        if (server.ViewerLink is { } viewers)
        {
            await host.Out.WriteLineAsync($"read-only: {viewers}");
        }

        if (words.Opens(parsed))
        {
            BrowserStart.Try(server.OperatorLink);
        }

        await UntilEndAsync(cancellation);
        // Beside another program, Ctrl-C reaches both, and that one tells of it.
        return cancellation.IsCancellationRequested && !words.EndsWithInput(parsed) ? ExitCode.Interrupted : ExitCode.Ok;
    }

    private DashboardOptions Options(string? folder, Uri? live)
    {
        LiveTokens tokens = Tokens(live is not null);
        string version = typeof(DashboardSession).Assembly.GetName().Version?.ToString(3) ?? "";
        return new DashboardOptions
        {
            Listen = words.Listen(parsed),
            Folder = folder,
            Live = live is null ? null : new FeedRobot(live, LiveToken(), host.Clock),
            OperatorToken = tokens.Operator,
            ViewerToken = words.ViewerTokenFile(parsed) is { } viewers ? LiveTokens.ReadOrMake(viewers).Viewer : tokens.Viewer,
            IsReadOnly = words.IsReadOnly(parsed),
            Report = (path, end) => EpisodeReport.PageOf(path, host.Clock, version, end),
            Version = version,
        };
    }

    // Who commands a robot has a link of his own, also on this machine: other programs and other users are on it as well.
    private LiveTokens Tokens(bool isLive) =>
        words.TokenFile(parsed) is { } file ? LiveTokens.ReadOrMake(file)
        : isLive ? LiveTokens.New()
        : new LiveTokens();

    private string? LiveToken()
    {
        if (words.LiveTokenFile(parsed) is { } file)
        {
            LiveTokens tokens = LiveTokens.ReadOrMake(file);
            return tokens.Operator ?? tokens.Viewer;
        }

        return Environment.GetEnvironmentVariable(LiveTokens.OperatorVariable);
    }

    private async Task UntilEndAsync(CancellationToken cancellation)
    {
        try
        {
            await using Stream? input = words.EndsWithInput(parsed) ? Console.OpenStandardInput() : null;
            await (input?.CopyToAsync(Stream.Null, cancellation) ?? Task.Delay(Timeout.InfiniteTimeSpan, host.Clock, cancellation));
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how a person ends it.
        }
    }
}
