using System.Net;
using Interlock.Policies.Tests.Remote;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.JsonNumpy;
using Interlock.Policies.Wire.Msgpack;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.OpenPi;
using Interlock.Runtime.Proxies.OpenVla;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Tests.Proxies;

/// <summary>What a request takes of the heap, images included, does not grow from one to the next.</summary>
public sealed class FlatMemoryTests
{
    private const int Requests = 1000;
    private const int ImageBytes = 150_000;

    // A reply of ten rows of seven; an image would not fit in it.
    private const long MostBytesPerRequest = 48 << 10;

    [Fact]
    public void Openpi()
    {
        ProxyOptions options = Options(ProxyProtocol.Openpi);
        OpenPiCodec codec = new(options);
        using GuardedExchange exchange = new(options.Contract, options, null);
        byte[] request = Msgpack(("state", Row()), ("image", new WireValue.Bytes(new byte[ImageBytes])));
        byte[] reply = Msgpack(("actions", Rows()));
        byte[] room = new byte[reply.Length];
        AssertFlat(() =>
        {
            exchange.Observe(codec.State(request));
            reply.CopyTo(room, 0);
            codec.Guard(room, exchange, 1, out ExchangeReport report);
            Assert.Equal(0, report.Changed);
        });
    }

    [Fact]
    public void Openvla()
    {
        using ActSession session = new(new ProxyContext(Options(ProxyProtocol.Openvla), TimeProvider.System), "test");
        WireBuffer request = new();
        NumpyArray image = new(NumpyDtype.UInt8, new NumpyShape(ImageBytes), new byte[ImageBytes]);
        new ActRequest(new WireValue.Map(new Dictionary<string, WireValue> { ["state"] = Row(), ["image"] = new WireValue.Array(image) }), IsDoubleEncoded: false).Encode(request);
        WireBuffer reply = new();
        ActReply.Encode(new WireValue.List([.. Enumerable.Range(0, 10).Select(_ => Row())]), doubleEncoded: false, reply);
        byte[] body = request.Written.ToArray();
        byte[] room = new byte[reply.Length];
        AssertFlat(() =>
        {
            session.Understand(body, body.Length);
            reply.Written.CopyTo(room);
            session.Guard(room, 1, out ExchangeReport report);
            Assert.Equal(0, report.Changed);
        });
    }

    private static void AssertFlat(Action exchange)
    {
        Allocated(exchange);
        long first = Allocated(exchange);
        long second = Allocated(exchange);
        Assert.InRange(first, 0, MostBytesPerRequest * Requests);
        Assert.InRange(second, 0, first + (first / 100));
    }

    private static long Allocated(Action exchange)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Requests; i++)
        {
            exchange();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static WireValue Row() => new WireValue.Array(NumpyArray.OfDoubles(Asking.ArmState, new NumpyShape(7)));

    private static WireValue.Array Rows() => new(NumpyArray.OfDoubles([.. Enumerable.Range(0, 70).Select(i => Asking.ArmState[i % 7])], new NumpyShape(10, 7)));

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
