using Interlock.Policies.Wire.Lerobot;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Tests.Proxies.LeRobot;

namespace Interlock.Bench.Proxies;

/// <summary>One LeRobot client has the server at a time: 100,000 requests of an owner while 63 others are turned away, and then 64 owners one after another.</summary>
internal sealed class LeRobotSoak(TextWriter output, TimeProvider time, ProxyServer proxy, FakePolicyServer server)
{
    private const int Others = 63;
    private const int Requests = 100_000;
    private const int ImageSidePx = 64;
    private const int RequestsPerOwner = 20;
    private const int RefusalsKept = 100_000;
    private const int ResourceExhausted = 8;
    private const double BytesPerMb = 1e6;

    private static readonly int[] Marks = [1_000, 10_000, 50_000, Requests];

    private readonly List<double> _refusalsUs = new(RefusalsKept);
    private int _errors;
    private long _step;

    public static async Task Run(TextWriter output, TimeProvider time, ProxyOptions options, CancellationToken end)
    {
        using FakePolicyServer server = new() { Listens = false };
        using ProxyServer proxy = new(options with { Upstream = $"http://127.0.0.1:{server.Port}" }, time);
        Task running = proxy.RunAsync(end);
        LeRobotSoak soak = new(output, time, proxy, server);
        await soak.OwnerAndOthersAsync();
        await soak.InTurnAsync();
    }

    private async Task OwnerAndOthersAsync()
    {
        using GrpcTestClient owner = new(proxy.Endpoint.Port);
        await owner.ReadyAsync();
        using CancellationTokenSource done = new();
        Task others = Task.Run(() => KnockAsync(done.Token));
        long start = time.GetTimestamp();
        for (int request = 1; request <= Requests; request++)
        {
            await AskAsync(owner);
            if (Array.IndexOf(Marks, request) >= 0)
            {
                output.WriteLine(
                    $"lerobot: {request} requests: heap {GC.GetTotalMemory(forceFullCollection: true) / BytesPerMb:0.0} MB, working set {Environment.WorkingSet / BytesPerMb:0} MB");
            }
        }

        double seconds = time.GetElapsedTime(start).TotalSeconds;
        await done.CancelAsync();
        await others;
        _refusalsUs.Sort();
        output.WriteLine(
            $"lerobot: an owner and {Others} others, {_errors} errors, {proxy.Counts.UpstreamFailures} failures, {Requests / seconds:0} requests/s; "
            + $"{_refusalsUs.Count} refusals, p50 {_refusalsUs[_refusalsUs.Count / 2]:0} us, p99 {_refusalsUs[(int)(_refusalsUs.Count * 0.99)]:0} us");
    }

    // The others come by one after another, each on a connection that stays open.
    private async Task KnockAsync(CancellationToken done)
    {
        GrpcTestClient[] others = [.. Enumerable.Range(0, Others).Select(_ => new GrpcTestClient(proxy.Endpoint.Port))];
        for (int i = 0; !done.IsCancellationRequested && _refusalsUs.Count < RefusalsKept; i++)
        {
            long start = time.GetTimestamp();
            GrpcTestReply reply = await others[i % Others].ActionsAsync();
            _refusalsUs.Add(time.GetElapsedTime(start).TotalMicroseconds);
            Count(reply.Status == ResourceExhausted);
        }

        Array.ForEach(others, other => other.Dispose());
    }

    private async Task InTurnAsync()
    {
        for (int i = 0; i <= Others; i++)
        {
            using GrpcTestClient client = new(proxy.Endpoint.Port);

            // The one before has gone, and the proxy may not know it yet.
            while (await client.ReadyAsync() is { Status: ResourceExhausted })
            {
                await Task.Yield();
            }

            for (int request = 0; request < RequestsPerOwner; request++)
            {
                await AskAsync(client);
            }
        }

        output.WriteLine($"lerobot: {Others + 1} owners in turn, {RequestsPerOwner} requests each: {_errors} errors, {proxy.Counts.UpstreamFailures} failures");
    }

    private async Task AskAsync(GrpcTestClient client)
    {
        byte[] chunk = LeRobotBench.Chunk(PayloadGeneration.JsonSafetensors, ++_step);
        server.Chunk = () => chunk;
        GrpcTestReply told = await client.ObserveAsync(LeRobotBench.Observation(PayloadGeneration.JsonSafetensors, _step, ImageSidePx));
        GrpcTestReply acted = await client.ActionsAsync();
        Count(told.Status == 0 && acted.Status == 0 && acted.Body.Length > chunk.Length);
    }

    private void Count(bool isRight)
    {
        if (!isRight)
        {
            System.Threading.Interlocked.Increment(ref _errors);
        }
    }
}
