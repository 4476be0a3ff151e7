using Interlock.Policies.Onnx.Authoring;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Bench.Onnx;

/// <summary>A network of matrix products that takes about 5 ms on one core of the development machine.</summary>
internal static class FiveMillisecondGraph
{
    public const string Image = "pixels";
    public const int ImagePx = 224;
    public const int Channels = 7;
    private const int Tokens = 64;
    private const int Width = 512;
    private const int Layers = 36;
    private const int Rows = 16;
    private const int PatchPx = 28;

    public static byte[] ToBytes(bool image)
    {
        OnnxGraphWriter graph = new("five milliseconds");
        string state = graph.Input("state", ElementType.Float32, 1, Channels);
        string x = graph.Add(graph.MatMul(state, Weights(graph, Channels, Width)), Weights(graph, Tokens, Width));
        if (image)
        {
            string pixels = graph.Input(Image, ElementType.Float32, 1, 3, ImagePx, ImagePx);
            string patches = graph.Reshape(pixels, [Tokens, 3 * PatchPx * PatchPx]);
            x = graph.Add(x, graph.MatMul(patches, Weights(graph, 3 * PatchPx * PatchPx, Width)));
        }

        string layer = Weights(graph, Width, Width);
        for (int i = 0; i < Layers; i++)
        {
            x = graph.Tanh(graph.MatMul(x, layer));
        }

        string rows = graph.Gather(x, graph.Integers([.. Enumerable.Range(0, Rows).Select(row => (long)row)]));
        string actions = graph.Reshape(graph.MatMul(rows, Weights(graph, Width, Channels)), [1, Rows, Channels], "actions");
        graph.Output(actions, ElementType.Float32, 1, Rows, Channels);
        return graph.ToBytes();
    }

    /// <summary>Numbers that neither vanish nor saturate.</summary>
    private static string Weights(OnnxGraphWriter graph, int rows, int columns) =>
        graph.Constant([.. Enumerable.Range(0, rows * columns).Select(i => (float)(Math.Sin(i) / Math.Sqrt(rows)))], rows, columns);
}
