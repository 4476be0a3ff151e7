using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Policies.Onnx;
using Interlock.Policies.Onnx.Authoring;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Tests.Onnx;

[Collection(OnnxGroup.Name)]
public sealed class OnnxPolicyTests : IDisposable
{
    private readonly Graph _graph = new();

    public void Dispose() => _graph.Dispose();

    [OnnxFact]
    public void An_inference_allocates_nothing()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Everything(), TimeProvider.System);
        using CancellationTokenSource source = new();
        PolicyChunk chunk = new(policy.Description.MaxRows, policy.Description.ActionDimension, policy.Description.MaxSamples);
        PolicyRequest[] requests = [.. Enumerable.Range(0, 8).Select(i => Graph.Request(Images.Of(2, 2, i), i, 2))];
        int next = 0;

        long bytes = AllocatedBytes.Of(() =>
        {
            for (int i = 0; i < 50; i++)
            {
                Graph.Infer(policy, requests[next++ % requests.Length], chunk, source.Token);
            }
        });

        Assert.Equal(0, bytes);
        Assert.NotNull(chunk.InferenceMs);
    }

    [OnnxFact]
    public void Numbers_that_are_not_finite_pass_through()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Echo("state", ElementType.Float32, 1, 1, 3)));

        PolicyChunk chunk = Graph.Answer(policy, Graph.Request(double.NaN, double.PositiveInfinity, -1e300));

        Assert.Equal([double.NaN, double.PositiveInfinity, double.NegativeInfinity], chunk.Actions.ToArray());
    }

    [OnnxFact]
    public void The_answer_says_which_observation_it_answers()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Echo("state", ElementType.Float64, 1, 2)));

        PolicyChunk chunk = Graph.Answer(policy, Graph.Request(0.1, 0.2));

        Assert.Equal((40, 1_000_000, 1), (chunk.ObservedAtStep, chunk.ObservedAtNs, chunk.Rows));
        Assert.Equal([0.1, 0.2], chunk.Actions.ToArray());
        Assert.Null(chunk.InferenceMs);
        Assert.Null(chunk.TokenEntropyNats);
    }

    [OnnxFact]
    public void A_state_of_another_robot_is_a_finding_and_the_next_answer_works()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Echo("state", ElementType.Float32, 1, 2)));

        Assert.Equal("PO151", Findings.OfAsking(policy, Graph.Request(1, 2, 3)).Code);
        Assert.Equal([1, 2], Graph.Answer(policy, Graph.Request(1, 2)).Actions.ToArray());
    }

    [OnnxFact]
    public void A_failed_answer_leaves_an_empty_chunk()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Echo("state", ElementType.Float32, 1, 2)));
        PolicyChunk chunk = new(1, 2);
        Graph.Infer(policy, Graph.Request(1, 2), chunk);

        Assert.Throws<DiagnosticException>(() => Graph.Infer(policy, Graph.Request(1), chunk));

        Assert.Equal(0, chunk.Rows);
    }

    [OnnxFact]
    public void A_chunk_of_another_shape_is_a_mistake_of_the_caller()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Echo("state", ElementType.Float32, 1, 2)));

        Assert.Throws<ArgumentException>(() => Graph.Infer(policy, Graph.Request(1, 2), new PolicyChunk(1, 3)));
    }

    [OnnxFact]
    public void A_cancelled_question_is_not_answered_and_the_next_one_is()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Echo("state", ElementType.Float32, 1, 2)));
        using CancellationTokenSource source = new();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Graph.Infer(policy, Graph.Request(1, 2), new PolicyChunk(1, 2), source.Token));
        Assert.Equal(1, Graph.Answer(policy, Graph.Request(1, 2)).Rows);
    }

    [OnnxFact]
    public async Task A_running_inference_ends_when_cancelled()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Write(LongGraph.Write(layers: 400, width: 512))) with { WarmUpRuns = 0 });
        using CancellationTokenSource source = new();
        PolicyChunk chunk = new(1, 512);
        PolicyRequest request = Graph.Request(new double[512]);
        Task<bool> run = Task.Run(() => Ended(policy, request, chunk, source.Token));
        await source.CancelAsync();

        Assert.True(await run);
        Graph.Infer(policy, request, chunk);
        Assert.Equal(1, chunk.Rows);
    }

    [OnnxFact]
    public void Everything_native_is_released_once()
    {
        OnnxPolicyOptions options = Everything();
        OnnxPolicy.Load(options).Dispose();
        int before = OrtHandle.Live;
        for (int i = 0; i < 20; i++)
        {
            OnnxPolicy policy = OnnxPolicy.Load(options);
            Assert.True(OrtHandle.Live > before);
            policy.Dispose();
            policy.Dispose();
        }

        Assert.Equal(before, OrtHandle.Live);
        Assert.Throws<ObjectDisposedException>(() =>
        {
            OnnxPolicy policy = OnnxPolicy.Load(options);
            policy.Dispose();
            Graph.Answer(policy, Graph.Request(1, 2));
        });
    }

    /// <summary>Cancelled before it began or between two operators, or over before the cancellation came.</summary>
    private static bool Ended(OnnxPolicy policy, PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        try
        {
            Graph.Infer(policy, request, chunk, cancellation);
            return chunk.Rows == 1;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    /// <summary>Two stages, an image, a state, noise, samples, logits.</summary>
    private OnnxPolicyOptions Everything()
    {
        OnnxGraphWriter encoder = new("encoder");
        string image = encoder.Input("image", ElementType.UInt8, 1, 2, 2, 3);
        string pixels = encoder.Node("Cast", [image], null, OnnxAttribute.Of("to", (long)ElementType.Float32));
        encoder.Output(encoder.Reshape(pixels, [1, 12], "features"), ElementType.Float32, 1, 12);

        OnnxGraphWriter head = new("head");
        string features = head.Input("features", ElementType.Float32, 1, 12);
        string state = head.Input("state", ElementType.Float32, -1, 2);
        string noise = head.Input("noise", ElementType.Float32, 1, 12);
        string mixed = head.Add(features, noise, "logits");
        head.Output(mixed, ElementType.Float32, 1, 12);
        head.Output(head.Reshape(head.Concat([mixed, state], 1), [1, 7, 2], "actions"), ElementType.Float32, 1, 7, 2);
        return new OnnxPolicyOptions
        {
            Stages =
            [
                new OnnxStage { Path = _graph.Write(encoder, "encoder.onnx"), Recompute = OnnxRecompute.WhenInputsChange },
                new OnnxStage { Path = _graph.Write(head, "head.onnx") },
            ],
            Samples = 3,
        };
    }
}
