using Interlock.Policies.Onnx.Authoring;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Tests.Onnx;

/// <summary>A graph that takes a while: many matrix products with one small matrix.</summary>
internal static class LongGraph
{
    public static OnnxGraphWriter Write(int layers, int width)
    {
        OnnxGraphWriter graph = new("long");
        string x = graph.Input("state", ElementType.Float32, 1, width);
        string weights = graph.Constant([.. Enumerable.Range(0, width * width).Select(i => (float)Math.Sin(i) / width)], width, width);
        for (int layer = 0; layer < layers; layer++)
        {
            x = graph.Tanh(graph.MatMul(x, weights));
        }

        graph.Output(graph.Node("Identity", [x], "actions"), ElementType.Float32, 1, width);
        return graph;
    }
}
