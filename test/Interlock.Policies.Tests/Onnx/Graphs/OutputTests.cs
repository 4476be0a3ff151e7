using Interlock.Policies.Onnx;
using Interlock.Policies.Onnx.Authoring;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Tests.Onnx.Graphs;

[Collection(OnnxGroup.Name)]
public sealed class OutputTests : IDisposable
{
    private readonly Graph _graph = new();

    public void Dispose() => _graph.Dispose();

    [OnnxFact]
    public void Rows_and_values_come_last_behind_dimensions_of_one()
    {
        Assert.Equal((4, 3), ShapeOf([4, 3], null));
        Assert.Equal((4, 3), ShapeOf([1, 1, 4, 3], null));
        Assert.Equal((1, 12), ShapeOf([12], null));
    }

    [OnnxFact]
    public void Alternative_chunks_lie_on_the_axis_that_was_declared()
    {
        using OnnxPolicy first = Load([2, 3, 2], new OnnxOutputs { SamplesAxis = 0 });
        using OnnxPolicy middle = Load([1, 3, 2, 2], new OnnxOutputs { SamplesAxis = 2 });

        PolicyChunk a = Graph.Answer(first, State);
        PolicyChunk b = Graph.Answer(middle, State);

        Assert.Equal((2, 2, 3), (first.Description.MaxSamples, a.Samples, a.Rows));
        Assert.Equal([0, 1, 2, 3, 4, 5], a.Sample(0).ToArray());
        Assert.Equal([6, 7, 8, 9, 10, 11], a.Sample(1).ToArray());
        Assert.Equal([0, 1, 4, 5, 8, 9], b.Sample(0).ToArray());
        Assert.Equal([2, 3, 6, 7, 10, 11], b.Sample(1).ToArray());
    }

    [OnnxFact]
    public void A_shape_that_is_no_chunk_is_a_finding()
    {
        Assert.Equal("PO149", Findings.OfLoading(Options([2, 3, 2], new OnnxOutputs())).Code);
        Assert.Equal("PO149", Findings.OfLoading(Options([2, 3, 2], new OnnxOutputs { SamplesAxis = 3 })).Code);
    }

    [OnnxFact]
    public void Several_outputs_of_unknown_meaning_are_a_finding_until_one_is_named()
    {
        OnnxGraphWriter graph = new("two");
        string state = graph.Input("state", ElementType.Float32, 1, 2);
        graph.Output(graph.Tanh(state, "left"), ElementType.Float32, 1, 2);
        graph.Output(graph.Relu(state, "right"), ElementType.Float32, 1, 2);
        OnnxPolicyOptions options = Graph.Options(_graph.Write(graph));

        Assert.Contains("left, right", Findings.OfLoading(options).Hint, StringComparison.Ordinal);
        Assert.Equal("PO148", Findings.OfLoading(options with { Outputs = new OnnxOutputs { Actions = "rigth" } }).Code);
        using OnnxPolicy policy = OnnxPolicy.Load(options with { Outputs = new OnnxOutputs { Actions = "right" } });
        Assert.Equal([0, 3], Graph.Answer(policy, Graph.Request(-3, 3)).Actions.ToArray());
    }

    [OnnxFact]
    public void Equal_logits_have_the_entropy_of_the_vocabulary_and_a_sure_token_has_none()
    {
        Assert.Equal(Math.Log(4), Entropy(7, 7, 7, 7), 1e-9);
        Assert.Equal(0, Entropy(900, -900, -900, -900), 1e-9);
        Assert.Equal(Math.Log(2), Entropy(0, 0, double.NegativeInfinity, double.NegativeInfinity), 1e-9);
        Assert.True(double.IsNaN(Entropy(0, double.NaN, 0, 0)));
    }

    [OnnxFact]
    public void The_entropy_is_the_mean_over_the_tokens() =>
        Assert.Equal(Math.Log(2) / 2, EntropyOf([5, 5, 1000, 0], tokens: 2), 1e-9);

    private static PolicyRequest State => Graph.Request([.. Enumerable.Range(0, 12).Select(value => (double)value)]);

    private double Entropy(params double[] logits) => EntropyOf(logits, 1);

    private double EntropyOf(double[] logits, int tokens)
    {
        OnnxGraphWriter graph = new("logits");
        string state = graph.Input("state", ElementType.Float64, 1, logits.Length);
        graph.Output(graph.Reshape(state, [1, tokens, -1], "logits"), ElementType.Float64, 1, tokens, logits.Length / tokens);
        graph.Output(graph.Node("Identity", [state], "actions"), ElementType.Float64, 1, logits.Length);
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Write(graph)));
        return Graph.Answer(policy, Graph.Request(logits)).TokenEntropyNats!.Value;
    }

    private (int Rows, int Dimension) ShapeOf(long[] shape, int? samplesAxis)
    {
        using OnnxPolicy policy = Load(shape, new OnnxOutputs { SamplesAxis = samplesAxis });
        return (policy.Description.MaxRows, policy.Description.ActionDimension);
    }

    private OnnxPolicy Load(long[] shape, OnnxOutputs outputs) => OnnxPolicy.Load(Options(shape, outputs));

    private OnnxPolicyOptions Options(long[] shape, OnnxOutputs outputs)
    {
        OnnxGraphWriter graph = new("shape");
        string state = graph.Input("state", ElementType.Float32, 1, 12);
        graph.Output(graph.Reshape(state, shape, "actions"), ElementType.Float32, shape);
        return Graph.Options(_graph.Write(graph)) with { Outputs = outputs };
    }
}
