using System.Net;
using System.Net.WebSockets;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Msgpack;

namespace Interlock.Policies.Remote.OpenPi;

/// <summary>One websocket. A receive is pending all the time between two replies, because pings are answered by it alone.</summary>
internal sealed class OpenPiConnection : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly FrameReceiver _receiver;
    private readonly string _address;
    private Task<ReceivedFrame>? _pending;

    public OpenPiConnection(OpenPiOptions options)
    {
        _address = options.Address;
        _receiver = new FrameReceiver(_socket, options.Address, options.LongestReplyBytes);
        _socket.Options.Proxy = null;
        _socket.Options.CollectHttpResponseDetails = true;
        _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        if (options.ApiKey is { } key)
        {
            _socket.Options.SetRequestHeader("Authorization", $"Api-Key {key}");
        }
    }

    /// <summary>True when the server has left, or has not been connected to.</summary>
    public bool HasEnded => _pending is null || (_pending.IsCompleted && !HasUnasked);

    /// <summary>True when a frame has arrived that answers no request.</summary>
    public bool HasUnasked => _pending is { IsCompletedSuccessfully: true, Result.Type: not WebSocketMessageType.Close };

    /// <summary>Connects and takes the greeting.</summary>
    public async Task<WireValue.Map> OpenAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            await _socket.ConnectAsync(address, cancellation);
        }
        catch (WebSocketException failure)
        {
            throw NotConnected(failure);
        }

        ListenOn();
        ReadOnlyMemory<byte> greeting = await BinaryAsync("greeting", cancellation);
        WireValue metadata = MsgpackNumpy.Decode(greeting.ToArray());
        ListenOn();
        return metadata as WireValue.Map
            ?? throw RemoteError.Of(RemoteCodes.WrongFrame, _address, "greeting", "the first frame is not a map of metadata", "is this an openpi server?");
    }

    /// <summary>Sends a request and waits for its reply, which is valid until <see cref="ListenOn"/>.</summary>
    public async Task<ReadOnlyMemory<byte>> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        try
        {
            await _socket.SendAsync(request, WebSocketMessageType.Binary, endOfMessage: true, cancellation);
        }
        catch (WebSocketException failure)
        {
            throw _receiver.Cut("request", failure.Message);
        }

        return await BinaryAsync("reply", cancellation);
    }

    /// <summary>Receives again; what was received before is gone.</summary>
    public void ListenOn() => _pending = _receiver.ReceiveAsync();

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();

        // It fails now, and nobody is left to see it.
        _pending?.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private async Task<ReadOnlyMemory<byte>> BinaryAsync(string step, CancellationToken cancellation)
    {
        ReceivedFrame frame = await _pending!.WaitAsync(cancellation);
        return frame.Type switch
        {
            WebSocketMessageType.Binary => frame.Data,
            WebSocketMessageType.Text => throw ServerText.Failure(_address, step, frame.Data.Span),
            _ => throw _receiver.Closed(step),
        };
    }

    private DiagnosticException NotConnected(WebSocketException failure) => _socket.HttpStatusCode is var status and not 0 && status != HttpStatusCode.SwitchingProtocols
        ? RemoteError.Of(
            RemoteCodes.HttpStatus, _address, "connect", $"the server refused the websocket with HTTP {(int)status}", "is this an openpi server, and the right path?")
        : RemoteError.Of(RemoteCodes.Unreachable, _address, "connect", $"not connected: {failure.GetBaseException().Message}", "is the server running, and the port open?");
}
