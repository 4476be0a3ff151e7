using System.Net;
using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Policies.Tests.Remote;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.JsonNumpy;
using Interlock.Policies.Wire.Msgpack;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.OpenPi;
using Interlock.Runtime.Proxies.OpenVla;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Tests.Proxies;

/// <summary>Damaged messages in both directions: a finding or actions within the contract, never anything else. INTERLOCK_PROXY_MUTATIONS widens it.</summary>
public sealed class MutatedTrafficTests
{
    private const int MostBytes = 8 << 20;

    private static readonly int Mutations = int.TryParse(Environment.GetEnvironmentVariable("INTERLOCK_PROXY_MUTATIONS"), out int count) ? count : 20_000;

    [Fact]
    public void Openpi_requests()
    {
        OpenPiCodec codec = new(Options(ProxyProtocol.Openpi));
        Mutate(1, Msgpack(("state", Doubles(7)), ("image", new WireValue.Bytes(new byte[64])), ("prompt", new WireValue.Text("fold"))), request => codec.State(request));
    }

    [Fact]
    public void Openpi_replies()
    {
        ProxyOptions options = Options(ProxyProtocol.Openpi) with { Annotates = true };
        OpenPiCodec codec = new(options);
        using GuardedExchange exchange = new(options.Contract, options, null);
        exchange.Observe(Asking.ArmState);
        Mutate(2, Msgpack(("actions", Doubles(4, 7)), ("server_timing", new WireValue.Number(3))), reply =>
        {
            ReadOnlyMemory<byte> sent = codec.Guard(reply, exchange, 1, out _);
            double[] values = new double[1024];
            ActionBlock block = OpenPiActions.Read(sent, values);
            AssertInside(values.AsSpan(0, block.Rows * block.Columns));
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Act_requests(bool isDouble)
    {
        using ActSession session = new(new ProxyContext(Options(ProxyProtocol.Openvla), TimeProvider.System), "test");
        WireBuffer buffer = new();
        new ActRequest(new WireValue.Map(new Dictionary<string, WireValue> { ["state"] = Doubles(7), ["instruction"] = new WireValue.Text("fold") }), isDouble).Encode(buffer);
        Mutate(3, buffer.Written.ToArray(), body => session.Understand(body, body.Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Act_replies(bool isDouble)
    {
        using ActSession session = new(new ProxyContext(Options(ProxyProtocol.Openvla), TimeProvider.System), "test");
        byte[] request = Encoding.UTF8.GetBytes("{\"state\": [0.1, 0.2, 0.5, -0.6, 0.2, 0.4, 0.02]}");
        session.Understand(request, request.Length);
        WireBuffer buffer = new();
        ActReply.Encode(new WireValue.List([Doubles(7), Doubles(7), Doubles(7)]), isDouble, buffer);
        Mutate(4, buffer.Written.ToArray(), body =>
        {
            ReadOnlyMemory<byte> sent = session.Guard(body, 1, out _);
            double[] values = new double[1024];
            ActionBlock block = ActionRows.Copy(ActReply.Decode(sent.Span), values);
            AssertInside(values.AsSpan(0, block.Rows * block.Columns));
        });
    }

    [Fact]
    public void Heads_of_requests() => Mutate(
        5,
        Encoding.Latin1.GetBytes("POST /act HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\nConnection: keep-alive, Upgrade\r\nAuthorization: Api-Key x"),
        head => _ = HttpRequestHead.Parse(head).BodyBytes);

    private static void Mutate(ulong seed, byte[] good, Action<byte[]> take)
    {
        take([.. good]);
        SeededRandom random = new(seed);
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            byte[] bad = Mutation(good, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                take(bad);
            }
            catch (DiagnosticException failure)
            {
                refused++;
                Assert.Matches("^(PO|RT|GD)[0-9]{3}$", failure.Diagnostics[0].Code);
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        }

        Assert.InRange(refused, Mutations / 20, Mutations);
    }

    private static byte[] Mutation(byte[] good, SeededRandom random)
    {
        List<byte> bytes = [.. good];
        for (int edits = 1 + random.NextInt(4); edits > 0 && bytes.Count > 1; edits--)
        {
            int at = random.NextInt(bytes.Count);
            switch (random.NextInt(5))
            {
                case 0:
                    bytes[at] = (byte)random.NextInt(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + random.NextInt(8)));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, 1 + random.NextInt(40))));
                    break;
                case 3:
                    bytes[at] ^= (byte)(1 << random.NextInt(8));
                    break;
                default:
                    bytes.Insert(at, random.NextInt(2) == 0 ? (byte)0xff : (byte)0xdf);
                    break;
            }
        }

        return [.. bytes];
    }

    private static void AssertInside(ReadOnlySpan<double> actions)
    {
        foreach (double value in actions)
        {
            Assert.InRange(value, -2, 2);
        }
    }

    private static WireValue.Array Doubles(params int[] shape)
    {
        NumpyShape sizes = new(shape);
        return new WireValue.Array(NumpyArray.OfDoubles([.. Enumerable.Range(0, shape.Aggregate((a, b) => a * b)).Select(i => Asking.ArmState[i % 7])], sizes));
    }

    private static byte[] Msgpack(params (string Key, WireValue Value)[] entries)
    {
        WireBuffer buffer = new();
        MsgpackNumpy.Encode(new WireValue.Map(entries.ToDictionary(entry => entry.Key, entry => entry.Value)), buffer);
        return buffer.Written.ToArray();
    }

    private static ProxyOptions Options(ProxyProtocol protocol) => new()
    {
        Protocol = protocol,
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        Upstream = "ws://127.0.0.1:1/",
        Contract = ProxyRig.Arm(0.02),
    };
}
