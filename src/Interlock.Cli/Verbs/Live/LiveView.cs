using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Live;

namespace Interlock.Cli.Verbs.Live;

/// <summary>An open feed, and what a person has to know to look at it.</summary>
internal sealed class LiveView : IDisposable
{
    private LiveView(LiveFeed feed, bool canCommand)
    {
        Feed = feed;
        CanCommand = canCommand;
    }

    public LiveFeed Feed { get; }

    /// <summary>True when there is a token with which people command.</summary>
    public bool CanCommand { get; }

    /// <summary>The feed of a run; null when neither file nor flag asks for one.</summary>
    public static LiveView? Open(VerbHost host, RunFile file, bool isAsked) =>
        (file.Settings.Live ?? (isAsked ? new LiveSettings() : null)) is { } settings ? Open(host, LiveFeedOptions.Of(file, settings)) : null;

    public static LiveView Open(VerbHost host, LiveFeedOptions options)
    {
        LiveFeed feed = LiveFeed.Start(options with { OnEvent = finding => FailureReport.Write(host.Error, [finding]) }, host.Clock);
        string token = options.Tokens.IsAny ? "?token=…" : "";
        host.Error.WriteLine($"live view: {feed.Address.GetLeftPart(UriPartial.Authority)}{token}");
        host.Error.WriteLine("  Foxglove: Open connection, Foxglove WebSocket, that address"
            + (options.Tokens.Operator is null ? "; it takes no commands" : "; commands need the operator's token"));
        return new LiveView(feed, options.Tokens.Operator is not null);
    }

    public void Dispose() => Feed.Dispose();
}
