using System.Net;
using System.Net.Sockets;
using System.Text;
using Interlock.Core.Randomness;
using Interlock.Policies.Tests.Remote;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.JsonNumpy;
using Interlock.Policies.Wire.Msgpack;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Connections;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.OpenPi;
using Interlock.Runtime.Proxies.OpenVla;
using Interlock.Runtime.Proxies.Serving;
using Interlock.Runtime.Proxies.WebSockets;
using Interlock.Runtime.Tests.Proxies.Connections;

namespace Interlock.Runtime.Tests.Proxies;

/// <summary>Damaged connections, from their first byte to their end, as the proxy reads them: frames, heads and pieces of bodies included.</summary>
public sealed class MutatedStreamsTests : IDisposable
{
    private const int LongestBytes = 1 << 20;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Watch _watch = new(CancellationToken.None);
    private readonly SeededRandom _portions = new(11);

    public void Dispose() => _socket.Dispose();

    [Fact]
    public void Openpi_clients()
    {
        OpenPiCodec codec = new(Options());
        byte[] request = Msgpack(("state", Doubles(7)), ("image", new WireValue.Bytes(new byte[300])));
        Mutations.Try(21, Frames(request, mask: 0x9a7b3c5d), bytes => Read(bytes, isMasked: true, message => codec.State(message)), DamageFrames);
    }

    [Fact]
    public void Openpi_servers()
    {
        ProxyOptions options = Options();
        OpenPiCodec codec = new(options);
        using GuardedExchange exchange = new(options.Contract, options, null);
        exchange.Observe(Asking.ArmState);
        double[] values = new double[1024];
        byte[] reply = Msgpack(("actions", Doubles(4, 7)), ("server_timing", new WireValue.Number(3)));
        Mutations.Try(22, Frames(reply, mask: null), bytes => Read(bytes, isMasked: false, message =>
        {
            ActionBlock block = OpenPiActions.Read(codec.Guard(message, exchange, 1, out _), values);
            AssertInside(values.AsSpan(0, block.Rows * block.Columns));
        }), DamageFrames);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Act_clients(bool isInPieces)
    {
        using ActSession session = new(new ProxyContext(Options(), TimeProvider.System), "test");
        WireBuffer buffer = new();
        new ActRequest(new WireValue.Map(new Dictionary<string, WireValue> { ["state"] = Doubles(7) }), IsDoubleEncoded: false).Encode(buffer);
        byte[] good = Message("POST /act HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n", buffer.Written.Span, isInPieces);
        Mutations.Try(23, good, bytes =>
        {
            HttpLink link = new(new BytesChannel(_socket, bytes, _portions), _watch, "request");
            while (link.Head(default) is { IsEmpty: false } head)
            {
                ClientBody body = new(link, HttpRequestHead.Parse(head).Body, LongestBytes, session.Understand, default);
                body.Finish();
            }
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Act_servers(bool isInPieces)
    {
        using ActSession session = new(new ProxyContext(Options(), TimeProvider.System), "test");
        byte[] request = Encoding.UTF8.GetBytes("{\"state\": [0.1, 0.2, 0.5, -0.6, 0.2, 0.4, 0.02]}");
        session.Understand(request, request.Length);
        WireBuffer buffer = new();
        ActReply.Encode(new WireValue.List([Doubles(7), Doubles(7)]), doubleEncoded: false, buffer);
        double[] values = new double[1024];
        Mutations.Try(24, Message("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n", buffer.Written.Span, isInPieces), bytes =>
        {
            using BytesChannel channel = new(_socket, bytes, _portions);
            using ActConnection connection = new(channel, _watch);
            try
            {
                UpstreamReply reply = connection.Receive(LongestBytes, default);
                if (reply.Status == 200)
                {
                    ActionBlock block = ActionRows.Copy(ActReply.Decode(session.Guard(reply.Body, 1, out _).Span), values);
                    AssertInside(values.AsSpan(0, block.Rows * block.Columns));
                }
            }
            catch (IOException)
            {
                // It went before it said anything.
            }
        });
    }

    // Everything a session does with what it reads; ends at the end of the bytes or with a finding.
    private void Read(byte[] bytes, bool isMasked, Action<ReadOnlyMemory<byte>> take)
    {
        using BytesChannel channel = new(_socket, bytes, _portions);
        FrameReader reader = new(channel, "peer", isMasked, LongestBytes);
        int steps = 0;
        while (reader.Next() is var step && step is not (FrameStep.Ended or FrameStep.Close))
        {
            Assert.InRange(++steps, 0, 3 * (bytes.Length + 2));
            if (step is FrameStep.Piece or FrameStep.Message)
            {
                reader.Unmask();
            }

            if (step == FrameStep.Message)
            {
                take(reader.Message);
            }
        }
    }

    // Half of the damage is done where the frames begin.
    private static void DamageFrames(List<byte> bytes, SeededRandom random)
    {
        if (random.NextInt(2) == 0)
        {
            Mutations.Damage(bytes, random);
            return;
        }

        int at = random.NextInt(Math.Min(bytes.Count, 4));
        bytes[at] = random.NextInt(4) switch
        {
            0 => (byte)(bytes[at] ^ 0x80),
            1 => (byte)(bytes[at] ^ (0x10 << random.NextInt(3))),
            2 => (byte)((bytes[at] & 0xf0) | random.NextInt(16)),
            _ => (byte)((bytes[at] & 0x80) | (125 + random.NextInt(3))),
        };
    }

    // Whole, then in three pieces with a ping between them, then a close.
    private static byte[] Frames(byte[] message, uint? mask)
    {
        List<byte> all = [];
        int third = message.Length / 3;
        Add(all, 0x82, message, mask);
        Add(all, 0x02, message[..third], mask);
        Add(all, 0x89, [1, 2, 3], mask);
        Add(all, 0x00, message[third..(2 * third)], mask);
        Add(all, 0x80, message[(2 * third)..], mask);
        Add(all, 0x88, [0x03, 0xe8], mask);
        return [.. all];
    }

    private static void Add(List<byte> all, byte first, byte[] payload, uint? mask)
    {
        byte[] room = new byte[FrameHeader.MostBytes];
        int header = FrameHeader.WriteBefore(room, Opcode.Binary, payload.Length, mask);
        room[^header] = first;
        all.AddRange(room[^header..]);
        byte[] masked = [.. payload];
        FrameMask.Apply(masked, mask ?? 0, 0);
        all.AddRange(masked);
    }

    private static byte[] Message(string head, ReadOnlySpan<byte> body, bool isInPieces)
    {
        int half = body.Length / 2;
        return isInPieces
            ? [.. Ascii($"{head}Transfer-Encoding: chunked\r\n\r\n{half:x}\r\n"), .. body[..half], .. Ascii($"\r\n{body.Length - half:x};a=b\r\n"), .. body[half..], .. Ascii("\r\n0\r\nA: b\r\n\r\n")]
            : [.. Ascii($"{head}Content-Length: {body.Length}\r\n\r\n"), .. body];
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static void AssertInside(ReadOnlySpan<double> actions)
    {
        foreach (double value in actions)
        {
            Assert.InRange(value, -2, 2);
        }
    }

    private static WireValue.Array Doubles(params int[] shape) => new(NumpyArray.OfDoubles(
        [.. Enumerable.Range(0, shape.Aggregate((a, b) => a * b)).Select(i => Asking.ArmState[i % 7])], new NumpyShape(shape)));

    private static byte[] Msgpack(params (string Key, WireValue Value)[] entries)
    {
        WireBuffer buffer = new();
        MsgpackNumpy.Encode(new WireValue.Map(entries.ToDictionary(entry => entry.Key, entry => entry.Value)), buffer);
        return buffer.Written.ToArray();
    }

    private static ProxyOptions Options() => new()
    {
        Protocol = ProxyProtocol.Openpi,
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        Upstream = "ws://127.0.0.1:1/",
        Contract = ProxyRig.Arm(0.02),
    };
}
