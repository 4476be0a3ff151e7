using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Bench.Proxies;

/// <summary>A policy server that answers at once, always the same: a websocket where one is asked for, else HTTP. Made of the framework's parts, not of the proxy's.</summary>
internal sealed class BenchUpstream : IDisposable
{
    private const int HeadRoom = 4096;

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
        byte[] room = new byte[1 << 20];
        int count = 0;
        while (true)
        {
            int body = room.AsSpan(0, count).IndexOf("\r\n\r\n"u8) + 4;
            if (body < 4)
            {
                int read = await stream.ReadAsync(room.AsMemory(count, HeadRoom), end);
                count += read;
                if (read == 0)
                {
                    return;
                }

                continue;
            }

            HttpRequestHead head = HttpRequestHead.Parse(room.AsSpan(0, body - 4));
            if (head.IsUpgrade)
            {
                await AnswerAsync(stream, head, room, end);
                return;
            }

            int left = (int)(head.Body.Bytes ?? 0) - (count - body);
            if (left > 0)
            {
                await stream.ReadExactlyAsync(room.AsMemory(0, left), end);
            }

            count = 0;
            await stream.WriteAsync(_http, end);
        }
    }

    private async Task AnswerAsync(NetworkStream stream, HttpRequestHead head, byte[] room, CancellationToken end)
    {
        string accept = WebSocketUpgrade.Answer(head["Sec-WebSocket-Key"]!);
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"), end);
        using WebSocket socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = Timeout.InfiniteTimeSpan });
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
