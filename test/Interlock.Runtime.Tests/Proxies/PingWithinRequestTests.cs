using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Msgpack;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.WebSockets;

namespace Interlock.Runtime.Tests.Proxies;

/// <summary>A server's ping while a request is on its way in parts: the answer must not become a part of the request. Bytes on both sides, no library.</summary>
public sealed class PingWithinRequestTests : IDisposable
{
    private const byte Ping = 0x89;
    private const byte MaskedPong = 0x8a;
    private const uint Mask = 0x11223344;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public PingWithinRequestTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task The_answer_comes_after_the_frame()
    {
        using ProxyRig rig = new(((IPEndPoint)_listener.LocalEndpoint).Port, ProxyProtocol.Openpi);
        byte[] request = Request();
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, rig.Port);
        NetworkStream ours = client.GetStream();
        await ours.WriteAsync(Encoding.ASCII.GetBytes(
            "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        using TcpClient server = await _listener.AcceptTcpClientAsync();
        NetworkStream theirs = server.GetStream();
        await GreetAsync(theirs);
        byte[] frame = Frame(request);
        int half = frame.Length / 2;
        await ours.WriteAsync(frame.AsMemory(0, half));
        byte[] arrived = new byte[frame.Length];
        await theirs.ReadExactlyAsync(arrived.AsMemory(0, half));
        await theirs.WriteAsync(new byte[] { Ping, 2, (byte)'h', (byte)'i' });
        await ours.WriteAsync(frame.AsMemory(half));
        await theirs.ReadExactlyAsync(arrived.AsMemory(half));
        Assert.Equal(frame, arrived);

        byte[] pong = new byte[8];
        await theirs.ReadExactlyAsync(pong);
        Assert.Equal((MaskedPong, 0x82), (pong[0], pong[1]));
        FrameMask.Apply(pong.AsSpan(6), BinaryPrimitives.ReadUInt32LittleEndian(pong.AsSpan(2)), 0);
        Assert.Equal("hi", Encoding.ASCII.GetString(pong, 6, 2));
    }

    private static async Task GreetAsync(NetworkStream stream)
    {
        StringBuilder head = new();
        byte[] room = new byte[4096];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head.Append(Encoding.ASCII.GetString(room, 0, await stream.ReadAsync(room)));
        }

        string key = head.ToString().Split("\r\n").Single(line => line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase)).Split(": ")[1];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {WebSocketUpgrade.Answer(key)}\r\n\r\n"));
        await stream.WriteAsync(new byte[] { 0x82, 1, 0x80 });
    }

    private static byte[] Request()
    {
        WireBuffer buffer = new();
        MsgpackNumpy.Encode(
            new WireValue.Map(new Dictionary<string, WireValue>
            {
                ["state"] = new WireValue.Array(NumpyArray.OfDoubles(new double[7], new NumpyShape(7))),
                ["image"] = new WireValue.Array(new NumpyArray(NumpyDtype.UInt8, new NumpyShape(64, 64, 3), new byte[64 * 64 * 3])),
            }),
            buffer);
        return buffer.Written.ToArray();
    }

    private static byte[] Frame(byte[] payload)
    {
        byte[] frame = new byte[8 + payload.Length];
        (frame[0], frame[1]) = (0x82, 0x80 | 126);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(4), Mask);
        payload.CopyTo(frame, 8);
        FrameMask.Apply(frame.AsSpan(8), Mask, 0);
        return frame;
    }
}
