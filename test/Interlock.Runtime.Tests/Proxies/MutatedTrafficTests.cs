using System.Net;
using System.Text;
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
    [Fact]
    public void Openpi_requests()
    {
        OpenPiCodec codec = new(Options(ProxyProtocol.Openpi));
        Mutations.Try(1, Msgpack(("state", Doubles(7)), ("image", new WireValue.Bytes(new byte[64])), ("prompt", new WireValue.Text("fold"))), request => codec.State(request));
    }

    [Fact]
    public void Openpi_replies()
    {
        ProxyOptions options = Options(ProxyProtocol.Openpi) with { Annotates = true };
        OpenPiCodec codec = new(options);
        using GuardedExchange exchange = new(options.Contract, options, null);
        exchange.Observe(Asking.ArmState);
        Mutations.Try(2, Msgpack(("actions", Doubles(4, 7)), ("server_timing", new WireValue.Number(3))), reply =>
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
        Mutations.Try(3, buffer.Written.ToArray(), body => session.Understand(body, body.Length));
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
        Mutations.Try(4, buffer.Written.ToArray(), body =>
        {
            ReadOnlyMemory<byte> sent = session.Guard(body, 1, out _);
            double[] values = new double[1024];
            ActionBlock block = ActionRows.Copy(ActReply.Decode(sent.Span), values);
            AssertInside(values.AsSpan(0, block.Rows * block.Columns));
        });
    }

    [Fact]
    public void Heads_of_requests() => Mutations.Try(
        5,
        Encoding.Latin1.GetBytes("POST /act HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\nConnection: keep-alive, Upgrade\r\nAuthorization: Api-Key x"),
        head => _ = HttpRequestHead.Parse(head).Body);

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
