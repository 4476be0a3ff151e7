using System.Net.Http.Headers;
using System.Net.WebSockets;
using Interlock.Runtime.Proxies;

namespace Interlock.Bench.Proxies;

/// <summary>64 clients at a time, 100,000 requests for each protocol: errors, the most and the fewest requests of a client, and memory on the way.</summary>
internal static class ProxySoak
{
    private const int Clients = 64;
    private const int Requests = 100_000;
    private const int ImageSidePx = 64;
    private const double BytesPerMb = 1e6;

    private static readonly int[] Marks = [1_000, 10_000, 50_000, Requests];

    public static void Run(TextWriter output, TimeProvider time)
    {
        using CancellationTokenSource end = new();
        using BenchUpstream upstream = new(ProxyBench.Reply(), ProxyBench.ActReplyBody(), end.Token);
        OpenPi(output, time, upstream.Port, end.Token).GetAwaiter().GetResult();
        Act(output, time, upstream.Port, end.Token).GetAwaiter().GetResult();
        end.Cancel();
    }

    private static async Task OpenPi(TextWriter output, TimeProvider time, int port, CancellationToken end)
    {
        using ProxyServer proxy = new(ProxyBench.Options(ProxyProtocol.Openpi, $"ws://127.0.0.1:{port}/"), time);
        Task running = proxy.RunAsync(end);
        byte[] request = ProxyBench.Request(ImageSidePx);
        await SoakAsync(output, "openpi", time, proxy, async _ =>
        {
            ClientWebSocket socket = await ProxyBench.ConnectAsync(proxy.Endpoint.Port);
            byte[] room = new byte[64 << 10];
            return () => ProxyBench.AskAsync(socket, request, room);
        });
    }

    private static async Task Act(TextWriter output, TimeProvider time, int port, CancellationToken end)
    {
        using ProxyServer proxy = new(ProxyBench.Options(ProxyProtocol.Openvla, $"http://127.0.0.1:{port}/act"), time);
        Task running = proxy.RunAsync(end);
        using HttpClient http = new();
        byte[] body = ProxyBench.ActRequestBody(ImageSidePx);
        Uri address = new($"http://127.0.0.1:{proxy.Endpoint.Port}/act");
        await SoakAsync(output, "openvla", time, proxy, client => Task.FromResult<Func<Task>>(() => PostAsync(http, address, body, client)));
    }

    private static async Task SoakAsync(TextWriter output, string name, TimeProvider time, ProxyServer proxy, Func<int, Task<Func<Task>>> connect)
    {
        int[] counts = new int[Clients];
        int started = 0;
        int done = 0;
        int errors = 0;
        long start = time.GetTimestamp();
        Func<Task>[] asks = await Task.WhenAll(Enumerable.Range(0, Clients).Select(connect));
        await Task.WhenAll(asks.Select((ask, client) => Task.Run(async () =>
        {
            while (System.Threading.Interlocked.Increment(ref started) <= Requests)
            {
                try
                {
                    await ask();
                    counts[client]++;
                }
                catch (Exception failure) when (failure is HttpRequestException or WebSocketException or IOException)
                {
                    System.Threading.Interlocked.Increment(ref errors);
                }

                int now = System.Threading.Interlocked.Increment(ref done);
                if (Array.IndexOf(Marks, now) >= 0)
                {
                    output.WriteLine(
                        $"{name}: {now} requests: heap {GC.GetTotalMemory(forceFullCollection: true) / BytesPerMb:0.0} MB, working set {Environment.WorkingSet / BytesPerMb:0} MB");
                }
            }
        })));
        double seconds = time.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(
            $"{name}: {Clients} clients, {errors} errors, {proxy.Counts.UpstreamFailures} failures, {Requests / seconds:0} requests/s; most {counts.Max()} and fewest {counts.Min()} of a client ({(double)counts.Max() / counts.Min():0.00})");
    }

    private static async Task PostAsync(HttpClient http, Uri address, byte[] body, int client)
    {
        using HttpRequestMessage message = new(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.Add("X-Interlock-Session", $"robot {client}");
        using HttpResponseMessage response = await http.SendAsync(message);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }
}
