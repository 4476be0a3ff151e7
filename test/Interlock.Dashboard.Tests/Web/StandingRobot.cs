using System.Net.WebSockets;
using Interlock.Dashboard.LiveView;

namespace Interlock.Dashboard.Tests.Web;

/// <summary>A robot that takes every command and remembers it.</summary>
internal sealed class StandingRobot : ILiveRobot
{
    public List<string> Commands { get; } = [];

    public string Url => "ws://robot";

    public bool IsConnected => true;

    public Task ServeAsync(WebSocket browser, string? session, CancellationToken cancellation) => browser.CloseAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);

    public Task<LiveCommandAnswer> CommandAsync(string command, CancellationToken cancellation)
    {
        Commands.Add(command);
        return Task.FromResult(new LiveCommandAnswer(true, "running", null));
    }

    public LivePicture? Picture(string camera) => null;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
