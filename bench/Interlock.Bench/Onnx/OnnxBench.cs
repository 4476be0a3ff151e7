using Interlock.Core.Observations;
using Interlock.Policies;
using Interlock.Policies.Onnx;
using Interlock.Policies.Onnx.Graphs;
using Interlock.TestSupport;

namespace Interlock.Bench.Onnx;

/// <summary>
/// What an answer of an ONNX policy costs above the same inference of the bare runtime: one session, the same bound memory, calls in
/// turns, so that a neighbour on the machine slows both.
/// </summary>
internal sealed class OnnxBench(TimeProvider clock) : IDisposable
{
    private const int Pairs = 400;
    private const int AllocationRuns = 50;
    private readonly TemporaryFolder _folder = new();

    public static void Run(TextWriter output, TimeProvider clock)
    {
        using OnnxBench bench = new(clock);
        output.WriteLine("policy                bare ms  policy ms  overhead us  overhead %  bytes");
        foreach ((string name, bool image) in new[] { ("state", false), ("state and 224x224 image", true) })
        {
            OnnxCost cost = bench.Measure(image);
            output.WriteLine($"{name,-23}{cost.BareMs,6:0.000}{cost.PolicyMs,11:0.000}{cost.OverheadUs,13:0.0}{cost.OverheadPercent,12:0.00}{cost.Bytes,7:0}");
        }
    }

    /// <summary>Measures a graph of about 5 ms.</summary>
    /// <param name="image">True with a float32 image that is new for every answer.</param>
    public OnnxCost Measure(bool image)
    {
        string path = _folder.Write("model.onnx", FiveMillisecondGraph.ToBytes(image));
        OnnxInput camera = new() { Name = FiveMillisecondGraph.Image, Source = OnnxInputSource.Image, Mean = [0.485, 0.456, 0.406], Std = [0.229, 0.224, 0.225] };
        using OnnxPolicy policy = OnnxPolicy.Load(new OnnxPolicyOptions
        {
            Stages = [new OnnxStage { Path = path, Inputs = image ? [camera] : [] }],
            WarmUpRuns = 20,
        });
        return Compare(policy, image);
    }

    public void Dispose() => _folder.Dispose();

    private OnnxCost Compare(OnnxPolicy policy, bool image)
    {
        GraphRun bare = policy.Chain.Stages[0].Graph;
        PolicyChunk chunk = new(policy.Description.MaxRows, policy.Description.ActionDimension);
        PolicyRequest[] requests = [.. Enumerable.Range(0, 2).Select(i => Request(i, image))];
        double[] bareMs = new double[Pairs];
        double[] policyMs = new double[Pairs];
        for (int i = 0; i < Pairs; i++)
        {
            long start = clock.GetTimestamp();
            bare.Execute(0);
            bareMs[i] = clock.GetElapsedTime(start).TotalMilliseconds;
            start = clock.GetTimestamp();
            Ask(policy, requests[i % requests.Length], chunk);
            policyMs[i] = clock.GetElapsedTime(start).TotalMilliseconds;
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < AllocationRuns; i++)
        {
            Ask(policy, requests[i % requests.Length], chunk);
        }

        double bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return new OnnxCost(Median(bareMs), Median(policyMs), bytes / AllocationRuns);
    }

    private static void Ask(OnnxPolicy policy, PolicyRequest request, PolicyChunk chunk) =>
        policy.InferAsync(request, chunk, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private static PolicyRequest Request(int sequence, bool image) => new()
    {
        Observation = new Observation
        {
            Step = sequence,
            TimestampNs = sequence,
            State = new double[FiveMillisecondGraph.Channels],
            Images = image ? [Picture(sequence)] : [],
        },
    };

    private static CameraImage Picture(int sequence) => new()
    {
        Camera = "wrist",
        WidthPx = FiveMillisecondGraph.ImagePx,
        HeightPx = FiveMillisecondGraph.ImagePx,
        Encoding = ImageEncoding.Rgb8,
        Data = new byte[FiveMillisecondGraph.ImagePx * FiveMillisecondGraph.ImagePx * 3],
        TimestampNs = sequence,
        Sequence = sequence,
    };

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
