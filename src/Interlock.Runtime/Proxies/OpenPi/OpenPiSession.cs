using System.Net.WebSockets;
using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire.Msgpack;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>
/// One openpi client. The pieces of a request go on as they arrive and the last one only after the whole was understood; the reply is held back until its
/// actions are guarded. Source of the protocol: openpi, serving/websocket_policy_server.py.
/// </summary>
internal sealed class OpenPiSession : IDisposable
{
    private readonly ProxyContext _context;
    private readonly string _client;
    private readonly string? _authorization;
    private readonly OpenPiCodec _codec;
    private readonly GuardedExchange _exchange;
    private OpenPiUpstream? _upstream;
    private Task<ValueWebSocketReceiveResult>? _next;
    private bool _hasAnswered;

    public OpenPiSession(ProxyContext context, string client, string? authorization)
    {
        (_context, _client) = (context, client);
        _authorization = context.Token.IsAsked ? null : authorization;
        _codec = new OpenPiCodec(context.Options);
        _exchange = context.NewExchange(client);
    }

    /// <summary>Serves the client until one side ends it.</summary>
    public async Task ServeAsync(HttpClientLink link, HttpRequestHead head, CancellationToken end)
    {
        await ConnectAsync(end);
        ReadOnlyMemory<byte> greeting = _upstream!.Message;
        greeting = MapEntry.Append(greeting, MsgpackNumpy.Decode(greeting), _context.Description).ToArray();
        _upstream.ListenOn();
        using WebSocket socket = await WebSocketUpgrade.AcceptAsync(link, head, end);
        await socket.SendAsync(greeting, WebSocketMessageType.Binary, endOfMessage: true, end);
        MessageReceiver receiver = new(socket, "client", _context.Options.LongestRequestBytes);
        try
        {
            await AnswerAllAsync(socket, receiver, end);
        }
        catch (DiagnosticException failure)
        {
            _context.Tell(_client, failure.Diagnostics[0]);
            await FailAsync(socket, Encoding.UTF8.GetBytes(ProxyError.Line(failure)), end);
        }
        finally
        {
            socket.Abort();
        }
    }

    public void Dispose()
    {
        _upstream?.Dispose();
        _exchange.Dispose();
    }

    private async Task AnswerAllAsync(WebSocket socket, MessageReceiver receiver, CancellationToken end)
    {
        _next = receiver.PieceAsync(end);
        while (true)
        {
            ValueWebSocketReceiveResult first = await NextAsync(_next);
            if (first.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, end);
                await (_upstream?.LeaveAsync(end) ?? Task.CompletedTask);
                return;
            }

            DiagnosticException? failure = await ForwardAsync(receiver, first, end);
            long asked = _context.Time.GetTimestamp();
            receiver.Clear();
            _next = receiver.PieceAsync(end);
            if (failure is null)
            {
                (failure, bool hasGone) = await TryReplyAsync(socket, _next, asked, end);
                if (hasGone)
                {
                    return;
                }
            }

            if (failure is not null)
            {
                await StandInAsync(socket, failure, end);
            }

            _exchange.Flush();
        }
    }

    // A client that breaks off between requests has just gone.
    private static async Task<ValueWebSocketReceiveResult> NextAsync(Task<ValueWebSocketReceiveResult> next)
    {
        try
        {
            return await next;
        }
        catch (DiagnosticException failure) when (failure.Diagnostics[0].Code == ProxyCodes.Cut)
        {
            return new ValueWebSocketReceiveResult(0, WebSocketMessageType.Close, endOfMessage: true);
        }
    }

    /// <summary>Sends a request on while it arrives; the finding when the server did not take it.</summary>
    /// <exception cref="DiagnosticException">The client's fault.</exception>
    private async Task<DiagnosticException?> ForwardAsync(MessageReceiver receiver, ValueWebSocketReceiveResult piece, CancellationToken end)
    {
        using TimeLimit limit = new(_context.Options.ClientTimeout, _context.Time, end);
        DiagnosticException? failure = await TryAsync(() => EnsureConnectedAsync(end));
        int forwarded = 0;
        try
        {
            while (!piece.EndOfMessage)
            {
                ReadOnlyMemory<byte> part = receiver.Message[forwarded..];
                failure ??= await TryAsync(() => _upstream!.SendAsync(part, isLast: false, limit.Token));
                forwarded = receiver.Message.Length;
                piece = await receiver.PieceAsync(limit.Token);
            }

            Understand(piece.MessageType, receiver.Message);
            failure ??= _upstream!.HasUnasked ? ProxyError.Of(ProxyCodes.Unasked, "upstream", "a message came before the request had ended: it answers none") : null;
            return failure ?? await TryAsync(() => _upstream!.SendAsync(receiver.Message[forwarded..], isLast: true, limit.Token));
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            _context.Tally.ClientErred();
            throw ProxyError.Of(ProxyCodes.Cut, "client", "a request did not come to its end in time");
        }
        catch (DiagnosticException)
        {
            _context.Tally.ClientErred();
            throw;
        }
    }

    private void Understand(WebSocketMessageType type, ReadOnlyMemory<byte> request)
    {
        if (type != WebSocketMessageType.Binary)
        {
            throw ProxyError.Of(ProxyCodes.WrongMessage, "request", "the request is text; openpi clients send msgpack");
        }

        if (_exchange.Observe(_codec.State(request)))
        {
            _context.Tell(_client, new Diagnostic(
                ProxyCodes.Moved, DiagnosticSeverity.Info, "the robot is not where its last commands led: it was moved, and a new episode begins"));
        }
    }

    private async Task<(DiagnosticException? Failure, bool HasGone)> TryReplyAsync(WebSocket socket, Task next, long asked, CancellationToken end)
    {
        OpenPiUpstream upstream = _upstream!;
        using TimeLimit limit = new(_hasAnswered ? _context.Options.ReplyTimeout : _context.Options.FirstReplyTimeout, _context.Time, end);
        try
        {
            Task<WebSocketMessageType> reply = upstream.ReplyAsync();
            if (await Task.WhenAny(reply, next).WaitAsync(limit.Token) == next && HasGone(next))
            {
                return (null, true);
            }

            WebSocketMessageType type = await reply.WaitAsync(limit.Token);
            if (type == WebSocketMessageType.Text && _context.Options.OnUpstreamFailure == UpstreamFailure.Error)
            {
                _context.Tally.UpstreamFailed();
                await FailAsync(socket, upstream.Message, end);
                return (null, true);
            }

            await PassOnAsync(socket, type, upstream, _context.Time.GetElapsedTime(asked).TotalMilliseconds, end);
            return (null, false);
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            return (limit.Silent("did not answer"), false);
        }
        catch (DiagnosticException failure)
        {
            return (failure, false);
        }
    }

    private static bool HasGone(Task next) => !next.IsCompletedSuccessfully
        || ((Task<ValueWebSocketReceiveResult>)next).Result.MessageType == WebSocketMessageType.Close;

    private async Task PassOnAsync(WebSocket socket, WebSocketMessageType type, OpenPiUpstream upstream, double latencyMs, CancellationToken end)
    {
        if (type != WebSocketMessageType.Binary)
        {
            throw type == WebSocketMessageType.Close
                ? upstream.Closed
                : ProxyError.Of(ProxyCodes.WrongMessage, "upstream", $"the policy server failed: {Core.Text.Quoted.Of(LastLine(upstream.Message.Span))}");
        }

        ReadOnlyMemory<byte> guarded = _codec.Guard(upstream.Message, _exchange, latencyMs, out ExchangeReport report);
        _context.Tally.Answered(report.Rows, report.Changed);
        await SendAsync(socket, guarded, end);
        _hasAnswered = true;
        upstream.ListenOn();
        _context.Tell(_client, report, _exchange.LatchCode);
    }

    private static string LastLine(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text).TrimEnd().Split('\n')[^1];

    /// <summary>What the client gets in place of a reply. The server's connection is dropped, whatever it may still say.</summary>
    private async Task StandInAsync(WebSocket socket, DiagnosticException failure, CancellationToken end)
    {
        _upstream?.Dispose();
        _upstream = null;
        _context.Tally.UpstreamFailed();
        if (_context.Options.OnUpstreamFailure == UpstreamFailure.Error)
        {
            throw failure;
        }

        _context.Tell(_client, failure.Diagnostics[0]);
        await SendAsync(socket, OpenPiCodec.Holding(_exchange.Hold(), _context.Options.Contract.Channels.Count), end);
    }

    private static async Task SendAsync(WebSocket socket, ReadOnlyMemory<byte> message, CancellationToken end)
    {
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, end);
        }
        catch (Exception failure) when (failure is WebSocketException or ObjectDisposedException)
        {
            throw new IOException("The client has gone.", failure);
        }
    }

    private async Task EnsureConnectedAsync(CancellationToken end)
    {
        if (_upstream is { HasUnasked: true })
        {
            _context.Tally.UpstreamFailed();
            _context.Tell(_client, new Diagnostic(
                ProxyCodes.Unasked, DiagnosticSeverity.Warning, "the policy server sent a message that nobody asked for; it was dropped with its connection"));
        }

        if (_upstream is null or { HasUnasked: true } or { HasEnded: true })
        {
            await ConnectAsync(end);
            _upstream!.ListenOn();
        }
    }

    private async Task ConnectAsync(CancellationToken end)
    {
        _upstream?.Dispose();
        _upstream = new OpenPiUpstream(_context.Options, _authorization);
        await _upstream.ConnectAsync(_context, end);
        GreetingCheck.Check(MsgpackNumpy.Decode(_upstream.Message), _context.Options.Spec);
    }

    private static async Task<DiagnosticException?> TryAsync(Func<Task> step)
    {
        try
        {
            await step();
            return null;
        }
        catch (DiagnosticException failure)
        {
            return failure;
        }
    }

    private async Task FailAsync(WebSocket socket, ReadOnlyMemory<byte> text, CancellationToken end) =>
        await ClosingWords.SayAsync(socket, _next, text, _context.Time, end);
}
