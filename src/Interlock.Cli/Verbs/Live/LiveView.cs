using System.Net;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Live;

namespace Interlock.Cli.Verbs.Live;

/// <summary>An open feed, and what a person has to know to look at it.</summary>
internal sealed class LiveView : IDisposable
{
    private LiveView(LiveFeed feed, string? operatorToken)
    {
        Feed = feed;
        OperatorToken = operatorToken;
    }

    public LiveFeed Feed { get; }

    /// <summary>True when there is a token with which people command.</summary>
    public bool CanCommand => OperatorToken is not null;

    /// <summary>Whose bearer commands; null when nobody may.</summary>
    public string? OperatorToken { get; }

    /// <summary>The feed of a run; null when neither file nor flag asks for one. For a dashboard alone it takes a free port of this machine.</summary>
    public static LiveView? Open(VerbHost host, RunFile file, bool isAsked, bool forDashboard = false)
    {
        LiveSettings? settings = file.Settings.Live ?? (isAsked ? new LiveSettings() : null);
        if (settings is null)
        {
            return forDashboard ? ForDashboard(host) : null;
        }

        LiveFeedOptions options = LiveFeedOptions.Of(file, settings);
        return Open(host, forDashboard ? options with { Tokens = options.Tokens with { Operator = options.Tokens.Operator ?? LiveTokens.New().Operator } } : options);
    }

    /// <summary>A feed for this program's own dashboard.</summary>
    public static LiveView ForDashboard(VerbHost host, LiveKind kind = LiveKind.Run)
    {
        LiveFeedOptions options = new()
        {
            Kind = kind,
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            Tokens = LiveTokens.New(),
            OnEvent = finding => Tell(host, finding),
        };
        return new LiveView(LiveFeed.Start(options, host.Clock), options.Tokens.Operator);
    }

    public static LiveView Open(VerbHost host, LiveFeedOptions options)
    {
        LiveFeed feed = LiveFeed.Start(options with { OnEvent = finding => Tell(host, finding) }, host.Clock);
        string token = options.Tokens.IsAny ? "?token=…" : "";
        host.Error.WriteLine($"live view: {feed.Address.GetLeftPart(UriPartial.Authority)}{token}");
        host.Error.WriteLine("  Foxglove: Open connection, Foxglove WebSocket, that address"
            + (options.Kind == LiveKind.Proxy || options.Tokens.Operator is null ? "; it takes no commands" : "; commands need the operator's token"));
        return new LiveView(feed, options.Tokens.Operator);
    }

    /// <summary>What a program shows that has no run file: the feed of its flags, one for its dashboard alone, or none.</summary>
    /// <param name="host">Where the address is told.</param>
    /// <param name="asked">Null when no flag asks for one.</param>
    /// <param name="hasDashboard">True when a dashboard is to be fed.</param>
    /// <param name="kind">What is shown.</param>
    public static LiveView? Open(VerbHost host, LiveFeedOptions? asked, bool hasDashboard, LiveKind kind)
    {
        if (asked is null)
        {
            return hasDashboard ? ForDashboard(host, kind) : null;
        }

        LiveTokens tokens = asked.Tokens;
        return Open(host, asked with { Kind = kind, Tokens = hasDashboard ? tokens with { Operator = tokens.Operator ?? LiveTokens.New().Operator } : tokens });
    }

    private static void Tell(VerbHost host, Diagnostic finding) => FailureReport.Write(host.Error, [finding]);

    public void Dispose() => Feed.Dispose();
}
