using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using Interlock.Core.Contract;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.JsonNumpy;
using Interlock.Policies.Wire.Msgpack;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies;

namespace Interlock.Bench.Proxies;

/// <summary>What a proxy adds to a request over loopback: two 224 × 224 × 3 images in, 50 × 14 actions out, against a direct connection in the same run, one after the other.</summary>
internal static class ProxyBench
{
    private const int Channels = 14;
    private const int Rows = 50;
    private const int ImageSidePx = 224;
    private const int WarmUp = 5000;
    private const int Requests = 3000;

    public static void Run(TextWriter output, TimeProvider time)
    {
        using CancellationTokenSource end = new();
        using BenchUpstream upstream = new(Reply(), ActReplyBody(), end.Token);
        OpenPi(output, time, upstream.Port, end.Token).GetAwaiter().GetResult();
        Act(output, time, upstream.Port, end.Token).GetAwaiter().GetResult();
        LeRobotBench.Run(output, time, Options(ProxyProtocol.Lerobot, ""), end.Token).GetAwaiter().GetResult();
        end.Cancel();
    }

    private static async Task OpenPi(TextWriter output, TimeProvider time, int port, CancellationToken end)
    {
        using ProxyServer proxy = new(Options(ProxyProtocol.Openpi, $"ws://127.0.0.1:{port}/"), time);
        Task running = proxy.RunAsync(end);
        using ClientWebSocket direct = await ConnectAsync(port);
        using ClientWebSocket proxied = await ConnectAsync(proxy.Endpoint.Port);
        byte[] request = Request();
        byte[] room = new byte[64 << 10];
        await CompareAsync(output, "openpi", time, () => AskAsync(direct, request, room), () => AskAsync(proxied, request, room));
        output.WriteLine($"  {proxy.Counts.Requests} replies, {proxy.Counts.ChangedRows} rows changed");
    }

    private static async Task Act(TextWriter output, TimeProvider time, int port, CancellationToken end)
    {
        using ProxyServer proxy = new(Options(ProxyProtocol.Openvla, $"http://127.0.0.1:{port}/act"), time);
        Task running = proxy.RunAsync(end);
        using HttpClient http = new();
        byte[] body = ActRequestBody();
        Uri direct = new($"http://127.0.0.1:{port}/act");
        Uri proxied = new($"http://127.0.0.1:{proxy.Endpoint.Port}/act");
        await CompareAsync(output, "openvla", time, () => PostAsync(http, direct, body), () => PostAsync(http, proxied, body));
        output.WriteLine($"  {proxy.Counts.Requests} replies, {proxy.Counts.ChangedRows} rows changed");
    }

    public static async Task CompareAsync(TextWriter output, string name, TimeProvider time, Func<Task> direct, Func<Task> proxied, Action? prepare = null)
    {
        double[] without = new double[Requests];
        double[] with = new double[Requests];
        for (int i = -WarmUp; i < Requests; i++)
        {
            prepare?.Invoke();

            // Whoever comes second finds the request in the cache: by turns.
            bool directFirst = i % 2 == 0;
            double first = await UsAsync(time, directFirst ? direct : proxied);
            double second = await UsAsync(time, directFirst ? proxied : direct);
            if (i >= 0)
            {
                (without[i], with[i]) = directFirst ? (first, second) : (second, first);
            }
        }

        Array.Sort(without);
        Array.Sort(with);
        output.WriteLine($"{name}: direct p50 {At(without, 0.5):0} us, p99 {At(without, 0.99):0} us; proxied p50 {At(with, 0.5):0} us, p99 {At(with, 0.99):0} us");
        output.WriteLine($"  added p50 {At(with, 0.5) - At(without, 0.5):0} us, p99 {At(with, 0.99) - At(without, 0.99):0} us");
    }

    private static async Task<double> UsAsync(TimeProvider time, Func<Task> ask)
    {
        long start = time.GetTimestamp();
        await ask();
        return time.GetElapsedTime(start).TotalMicroseconds;
    }

    private static double At(double[] sorted, double share) => sorted[(int)(sorted.Length * share)];

    internal static async Task AskAsync(ClientWebSocket socket, byte[] request, byte[] room)
    {
        await socket.SendAsync(request, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        while (!(await socket.ReceiveAsync(room.AsMemory(), CancellationToken.None)).EndOfMessage)
        {
        }
    }

    private static async Task PostAsync(HttpClient http, Uri address, byte[] body)
    {
        using ByteArrayContent content = new(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await http.PostAsync(address, content);
        await response.Content.ReadAsByteArrayAsync();
    }

    internal static async Task<ClientWebSocket> ConnectAsync(int port)
    {
        ClientWebSocket socket = new();
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/"), CancellationToken.None);
        await socket.ReceiveAsync(new byte[4096].AsMemory(), CancellationToken.None);
        return socket;
    }

    internal static ProxyOptions Options(ProxyProtocol protocol, string upstream) => new()
    {
        Protocol = protocol,
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        Upstream = upstream,
        Contract = new SafetyContract
        {
            Name = "bench",
            RateHz = 50,
            Space = ActionSpace.JointPosition,
            Channels = [.. Enumerable.Range(0, Channels).Select(i => new ChannelContract { Name = $"j{i}", Min = -2, Max = 2, MaxVelocity = 5, MaxAcceleration = 500 })],
        },
    };

    private static OrderedDictionary<string, WireValue> Observation(string prompt, int sidePx)
    {
        WireValue.Array image = new(new NumpyArray(NumpyDtype.UInt8, new NumpyShape(sidePx, sidePx, 3), new byte[sidePx * sidePx * 3]));
        return new OrderedDictionary<string, WireValue>
        {
            ["full_image"] = image,
            ["wrist_image"] = image,
            ["state"] = new WireValue.Array(NumpyArray.OfDoubles(new double[Channels], new NumpyShape(Channels))),
            [prompt] = new WireValue.Text("fold the towel"),
        };
    }

    internal static byte[] Request(int imageSidePx = ImageSidePx)
    {
        WireBuffer buffer = new();
        MsgpackNumpy.Encode(new WireValue.Map(Observation("prompt", imageSidePx)), buffer);
        return buffer.Written.ToArray();
    }

    internal static byte[] ActRequestBody(int imageSidePx = ImageSidePx)
    {
        WireBuffer buffer = new();
        new ActRequest(new WireValue.Map(Observation("instruction", imageSidePx)), IsDoubleEncoded: false).Encode(buffer);
        return buffer.Written.ToArray();
    }

    private static double[] Ramp() => [.. Enumerable.Range(0, Rows * Channels).Select(i => 0.001 * (i / Channels))];

    internal static byte[] Reply()
    {
        WireBuffer buffer = new();
        NumpyArray actions = NumpyArray.OfDoubles(Ramp(), new NumpyShape(Rows, Channels));
        MsgpackNumpy.Encode(new WireValue.Map(new Dictionary<string, WireValue> { ["actions"] = new WireValue.Array(actions) }), buffer);
        return buffer.Written.ToArray();
    }

    internal static byte[] ActReplyBody()
    {
        WireBuffer buffer = new();
        double[] ramp = Ramp();
        ActReply.Encode(
            new WireValue.List([.. Enumerable.Range(0, Rows).Select(row => new WireValue.Array(
                NumpyArray.OfDoubles(ramp.AsSpan(row * Channels, Channels), new NumpyShape(Channels))))]),
            doubleEncoded: false,
            buffer);
        byte[] head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {buffer.Length}\r\n\r\n");
        return [.. head, .. buffer.Written.Span];
    }
}
