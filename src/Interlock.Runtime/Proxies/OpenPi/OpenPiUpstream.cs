using System.Net.WebSockets;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>One websocket to the policy server. A receive is pending all the time, because pings are answered by it alone.</summary>
internal sealed class OpenPiUpstream : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly MessageReceiver _receiver;
    private Task<WebSocketMessageType>? _pending;

    public OpenPiUpstream(ProxyOptions options, string? authorization)
    {
        _receiver = new MessageReceiver(_socket, "upstream", options.LongestReplyBytes);
        _socket.Options.Proxy = null;
        _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        if (authorization is not null)
        {
            _socket.Options.SetRequestHeader("Authorization", authorization);
        }
    }

    /// <summary>True when the server has left.</summary>
    public bool HasEnded => _pending is null || (_pending.IsCompleted && !HasUnasked);

    /// <summary>True when a message has arrived that answers no request.</summary>
    public bool HasUnasked => _pending is { IsCompletedSuccessfully: true, Result: not WebSocketMessageType.Close };

    /// <summary>The newest message, valid until the next is asked for.</summary>
    public ReadOnlyMemory<byte> Message => _receiver.Message;

    /// <summary>Connects and takes the greeting, which is in <see cref="Message"/>.</summary>
    /// <exception cref="DiagnosticException">RT208, RT209, RT210.</exception>
    public async Task ConnectAsync(ProxyContext context, CancellationToken end)
    {
        using TimeLimit limit = new(context.Options.ConnectTimeout, context.Time, end);
        try
        {
            await _socket.ConnectAsync(new Uri(context.Options.Upstream), limit.Token);
            ListenOn();
            await BinaryAsync(limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            throw limit.Silent("did not connect and greet");
        }
        catch (WebSocketException failure)
        {
            throw ProxyError.Of(
                ProxyCodes.Unreachable, "upstream", $"not connected to {context.Options.Upstream}: {failure.GetBaseException().Message}", "is the policy server running, and an openpi one?");
        }
    }

    /// <summary>Sends a piece of a request.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> piece, bool isLast, CancellationToken cancellation)
    {
        try
        {
            await _socket.SendAsync(piece, WebSocketMessageType.Binary, isLast, cancellation);
        }
        catch (Exception failure) when (failure is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            throw ProxyError.Of(ProxyCodes.Cut, "upstream", $"the policy server cut the connection: {failure.GetBaseException().Message}");
        }
    }

    /// <summary>Waits for the reply: binary, or text where the server failed; it is in <see cref="Message"/>.</summary>
    public Task<WebSocketMessageType> ReplyAsync() => _pending!;

    /// <summary>Receives again; what was received before is gone.</summary>
    public void ListenOn() => _pending = _receiver.WholeAsync();

    public DiagnosticException Closed => ProxyError.Of(
        ProxyCodes.Cut, "upstream", $"the policy server closed the connection with code {(int?)_socket.CloseStatus ?? 0}");

    /// <summary>Says goodbye, so that the server does not take the end for a failure; what it answers is not waited for.</summary>
    public async Task LeaveAsync(CancellationToken cancellation)
    {
        try
        {
            await (_socket.State == WebSocketState.Open ? _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation) : Task.CompletedTask);
        }
        catch (Exception failure) when (failure is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It has left already.
        }
    }

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();

        // It fails now, and nobody is left to see it.
        _pending?.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private async Task BinaryAsync(CancellationToken cancellation)
    {
        WebSocketMessageType type = await _pending!.WaitAsync(cancellation);
        if (type != WebSocketMessageType.Binary)
        {
            throw type == WebSocketMessageType.Close
                ? Closed
                : ProxyError.Of(ProxyCodes.WrongMessage, "upstream", "the policy server greets with text", "is this an openpi server?");
        }
    }
}
