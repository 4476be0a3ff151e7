using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>The shape an input gets: declared, or the graph's with an open first dimension as a batch of one.</summary>
internal static class InputShape
{
    // Tensors of the runtime may be larger; an input of a robot's policy that is has a wrong shape.
    private const long MostElements = 1 << 28;

    /// <summary>The shape, or why there is none.</summary>
    public static (long[]? Shape, string? Problem) Of(TensorInfo input, OnnxInput declared)
    {
        long[] shape = declared.Shape is { } given ? [.. given.Select(size => (long)size)] : [.. input.Shape.Select((size, i) => i == 0 && size < 0 ? 1 : size)];
        if (!Fits(input.Shape, shape))
        {
            return (null, $"the shape {TensorInfo.ShapeText(shape)} was written for it");
        }

        if (shape.Any(size => size <= 0))
        {
            return (null, $"it leaves dimensions open; write shape: [{string.Join(", ", shape.Select(size => size > 0 ? $"{size}" : "N"))}] with numbers");
        }

        double elements = shape.Aggregate(1.0, (product, size) => product * size);
        return elements > MostElements ? (null, $"it would take {elements:0} numbers") : (shape, null);
    }

    /// <summary>True when every dimension that the graph fixes is kept.</summary>
    public static bool Fits(IReadOnlyList<long> graph, IReadOnlyList<long> shape) =>
        graph.Count == shape.Count && !graph.Where((size, i) => size >= 0 && size != shape[i]).Any();
}
