using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Tests.Proxies.LeRobot;

namespace Interlock.Bench.Proxies;

/// <summary>The same for LeRobot's gRPC: an observation and the chunk for it are two calls, one after the other. A pickled chunk carries all its numbers once per row.</summary>
internal static class LeRobotBench
{
    private const int Channels = 14;
    private const int Rows = 50;
    private const int ImageSidePx = 224;

    /// <summary>What client and server say is made before: an episode of that many steps, again and again.</summary>
    private const int Steps = 256;

    public static async Task Run(TextWriter output, TimeProvider time, ProxyOptions options, CancellationToken end)
    {
        await Run(output, time, options, "lerobot, pickle", PayloadGeneration.Pickle, end);
        await Run(output, time, options, "lerobot, json and safetensors", PayloadGeneration.JsonSafetensors, end);
    }

    private static async Task Run(TextWriter output, TimeProvider time, ProxyOptions options, string name, PayloadGeneration generation, CancellationToken end)
    {
        (byte[] Observation, byte[] Chunk)[] steps =
            [.. Enumerable.Range(0, Steps).Select(step => (GrpcTestClient.Pieces(Observation(generation, step, ImageSidePx)), Chunk(generation, step)))];
        int step = 0;
        using FakePolicyServer server = new() { Listens = false, Chunk = () => steps[step].Chunk };
        using ProxyServer proxy = new(options with { Upstream = $"http://127.0.0.1:{server.Port}" }, time);
        Task running = proxy.RunAsync(end);
        using GrpcTestClient direct = new(server.Port);
        using GrpcTestClient proxied = new(proxy.Endpoint.Port);
        await ProxyBench.CompareAsync(output, name, time, () => AskAsync(direct, steps[step].Observation), () => AskAsync(proxied, steps[step].Observation), () => step = (step + 1) % Steps);
        output.WriteLine($"  {proxy.Counts.Requests} replies, {proxy.Counts.ChangedRows} rows changed");
    }

    private static async Task AskAsync(GrpcTestClient client, byte[] observation)
    {
        await client.CallAsync("SendObservations", observation);
        await client.ActionsAsync();
    }

    internal static byte[] Observation(PayloadGeneration generation, long step, int imageSidePx)
    {
        OrderedDictionary<string, WireValue> values = new(Enumerable.Range(0, Channels).Select(i => KeyValuePair.Create<string, WireValue>($"j{i}.pos", new WireValue.Number(0))));
        WireValue.Array image = new(new NumpyArray(NumpyDtype.UInt8, new NumpyShape(imageSidePx, imageSidePx, 3), new byte[imageSidePx * imageSidePx * 3]));
        (values["top"], values["wrist"], values["task"]) = (image, image, new WireValue.Text("fold the towel"));
        WireBuffer buffer = new();
        LerobotPayload.Write(new TimedObservation(step, step, new WireValue.Map(values), MustGo: true), generation, buffer);
        return buffer.Written.ToArray();
    }

    internal static byte[] Chunk(PayloadGeneration generation, long step)
    {
        float[][] rows = [.. Enumerable.Range(0, Rows).Select(_ => new float[Channels])];
        if (generation == PayloadGeneration.Pickle)
        {
            return EmbeddedChunk.Pickle(rows, step, step);
        }

        WireBuffer buffer = new();
        LerobotPayload.Write([.. rows.Select((row, i) => new TimedAction(step + i, step + i, NumpyArray.OfSingles(row, new NumpyShape(Channels))))], generation, buffer);
        return buffer.Written.ToArray();
    }
}
