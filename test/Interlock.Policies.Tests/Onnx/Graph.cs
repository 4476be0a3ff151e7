using Interlock.Core.Observations;
using Interlock.Policies.Onnx;
using Interlock.Policies.Onnx.Authoring;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Tests.Onnx;

/// <summary>Small graphs as policies, and requests to them.</summary>
internal sealed class Graph : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public string Write(OnnxGraphWriter graph, string name = "graph.onnx") => _folder.Write(name, graph.ToBytes());

    public string Write(byte[] bytes, string name = "graph.onnx") => _folder.Write(name, bytes);

    /// <summary>A graph whose output <c>actions</c> is its input, for inputs of shape 1×T×D.</summary>
    public string Echo(string input, ElementType type, params long[] shape)
    {
        OnnxGraphWriter graph = new("echo");
        string given = graph.Input(input, type, shape);
        graph.Output(graph.Node("Identity", [given], "actions"), type, shape);
        return Write(graph);
    }

    public static OnnxPolicyOptions Options(string path, params OnnxInput[] inputs) => new()
    {
        Stages = [new OnnxStage { Path = path, Inputs = inputs }],
        WarmUpRuns = 1,
    };

    public static PolicyRequest Request(params double[] state) => new()
    {
        Observation = new Observation { Step = 40, TimestampNs = 1_000_000, State = state },
    };

    public static PolicyRequest Request(string task) => new()
    {
        Observation = new Observation { Step = 0, TimestampNs = 0, State = Array.Empty<double>(), Task = task },
    };

    public static PolicyRequest Request(CameraImage image, params double[] state) => new()
    {
        Observation = new Observation { Step = 0, TimestampNs = 0, State = state, Images = [image] },
    };

    public static PolicyChunk Answer(OnnxPolicy policy, PolicyRequest request)
    {
        PolicyDescription description = policy.Description;
        PolicyChunk chunk = new(description.MaxRows, description.ActionDimension, description.MaxSamples);
        Infer(policy, request, chunk);
        return chunk;
    }

    public static void Infer(OnnxPolicy policy, PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation = default) =>
        Assert.True(policy.InferAsync(request, chunk, cancellation).AsTask().IsCompletedSuccessfully);
}
