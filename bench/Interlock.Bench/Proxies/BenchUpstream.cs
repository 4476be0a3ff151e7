using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Bench.Proxies;

/// <summary>A policy server that answers at once, always the same: a websocket where one is asked for, else HTTP.</summary>
internal sealed class BenchUpstream : IDisposable
{
    private static readonly byte[] Greeting = [0x80];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _frame;
    private readonly byte[] _http;

    public BenchUpstream(byte[] frame, byte[] http, CancellationToken end)
    {
        (_frame, _http) = (frame, http);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(end);
    }

    public int Port { get; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            TcpClient client = await _listener.AcceptTcpClientAsync(end);
            client.NoDelay = true;
            _ = ServeAsync(client, end);
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken end)
    {
        using TcpClient own = client;
        NetworkStream stream = own.GetStream();
        HttpClientLink link = new(stream);
        byte[] room = new byte[1 << 20];
        while (await link.HeadAsync(end) is { } head)
        {
            if (head.IsUpgrade)
            {
                await AnswerAsync(link, head, room, end);
                return;
            }

            for (long left = head.BodyBytes ?? 0; left > 0;)
            {
                left -= await link.ReadAsync(room, end);
            }

            await stream.WriteAsync(_http, end);
        }
    }

    private async Task AnswerAsync(HttpClientLink link, HttpRequestHead head, byte[] room, CancellationToken end)
    {
        using WebSocket socket = await WebSocketUpgrade.AcceptAsync(link, head, end);
        await socket.SendAsync(Greeting, WebSocketMessageType.Binary, endOfMessage: true, end);
        while (await socket.ReceiveAsync(room.AsMemory(), end) is { MessageType: not WebSocketMessageType.Close } piece)
        {
            if (piece.EndOfMessage)
            {
                await socket.SendAsync(_frame, WebSocketMessageType.Binary, endOfMessage: true, end);
            }
        }
    }
}
