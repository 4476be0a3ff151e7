using Interlock.Policies.Onnx;
using Interlock.Policies.Onnx.Authoring;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Tests.Onnx.Authoring;

/// <summary>What the runtime computes from what was written.</summary>
[Collection(OnnxGroup.Name)]
public sealed class OnnxGraphWriterTests : IDisposable
{
    private readonly Graph _graph = new();

    public void Dispose() => _graph.Dispose();

    [Fact]
    public void The_same_calls_give_the_same_bytes() => Assert.Equal(ReachModel.ToBytes(), ReachModel.ToBytes());

    [OnnxFact]
    public void A_layer_is_a_product_a_bias_and_an_activation()
    {
        double[] answer = Answer((graph, x) => graph.Relu(graph.Gemm(x, graph.Constant([1, 2, 3, 4], 2, 2), graph.Constant([0, -100], 2), transposeB: true)));

        Assert.Equal([50, 10], answer);
        Assert.Equal([70, 100], Answer((graph, x) => graph.MatMul(x, graph.Constant([1, 2, 3, 4], 2, 2))));
    }

    [OnnxFact]
    public void Elementwise_operators_take_constants()
    {
        Assert.Equal([11, 22], Answer((graph, x) => graph.Add(x, graph.Constant([1, 2], 1, 2))));
        Assert.Equal([9, 18], Answer((graph, x) => graph.Sub(x, graph.Constant([1, 2], 1, 2))));
        Assert.Equal([10, 40], Answer((graph, x) => graph.Mul(x, graph.Constant([1, 2], 1, 2))));
        Assert.Equal([1, 1], Answer(static (graph, x) => graph.Tanh(x)));
    }

    [OnnxFact]
    public void Parts_are_joined_picked_and_reshaped()
    {
        Assert.Equal([10, 20, 10, 20], Answer((graph, x) => graph.Reshape(graph.Concat([x, x], 0), [1, -1]), 4));
        Assert.Equal([20, 10], Answer((graph, x) => graph.Gather(x, graph.Integers(1, 0), axis: 1)));
    }

    private double[] Answer(Func<OnnxGraphWriter, string, string> body, int values = 2)
    {
        OnnxGraphWriter graph = new("test");
        string last = body(graph, graph.Input("state", ElementType.Float32, 1, 2));
        graph.Output(graph.Node("Identity", [last], "actions"), ElementType.Float32, 1, values);
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Write(graph)));
        return Graph.Answer(policy, Graph.Request(10, 20)).Actions.ToArray();
    }
}
