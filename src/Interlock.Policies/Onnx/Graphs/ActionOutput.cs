using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Graphs;

/// <summary>Reads chunks out of the output with the actions: time and values last, alternative chunks on an axis of their own.</summary>
internal sealed class ActionOutput
{
    private readonly TensorBuffer _buffer;
    private readonly int _sampleStride;
    private readonly int _rowStride;
    private readonly int _valueStride;

    private ActionOutput(OrtTensor tensor, int? samplesAxis)
    {
        _buffer = tensor.Buffer;
        int[] axes = [.. Enumerable.Range(0, tensor.Shape.Count).Where(axis => axis != samplesAxis)];
        (Dimension, _valueStride) = Axis(tensor.Shape, axes[^1]);
        (Rows, _rowStride) = axes.Length > 1 ? Axis(tensor.Shape, axes[^2]) : (1, 0);
        (Samples, _sampleStride) = samplesAxis is { } own ? Axis(tensor.Shape, own) : (1, 0);
    }

    public int Samples { get; }

    public int Rows { get; }

    public int Dimension { get; }

    /// <summary>The reader, or what is wrong with the shape.</summary>
    public static (ActionOutput? Output, string? Problem) Of(OrtTensor tensor, int? samplesAxis)
    {
        IReadOnlyList<long> shape = tensor.Shape;
        if (samplesAxis is { } axis && (axis < 0 || axis >= shape.Count))
        {
            return (null, $"there is no dimension {axis} that could count samples");
        }

        long[] rest = [.. shape.Where((_, i) => i != samplesAxis)];
        return rest.Length == 0 ? (null, "a chunk needs a dimension with the values of an action")
            : shape.Any(size => size < 1) ? (null, "it holds no action")
            : rest.SkipLast(2).Any(size => size != 1) ? (null, "more than rows and values; write samples_axis: 0 when dimension 0 counts alternative chunks")
            : (new ActionOutput(tensor, samplesAxis), null);
    }

    /// <summary>Copies the samples into a chunk of the right shape, from <paramref name="first"/> on, as many as it takes.</summary>
    /// <returns>Samples copied.</returns>
    public int CopyTo(PolicyChunk chunk, int first)
    {
        int count = Math.Min(Samples, chunk.Samples - first);
        for (int sample = 0; sample < count; sample++)
        {
            CopyTo(chunk.Sample(first + sample), sample * _sampleStride);
        }

        return count;
    }

    private void CopyTo(Span<double> chunk, int start)
    {
        for (int row = 0, to = 0; row < Rows; row++)
        {
            for (int value = 0; value < Dimension; value++, to++)
            {
                chunk[to] = _buffer.Get(start + (row * _rowStride) + (value * _valueStride));
            }
        }
    }

    private static (int Size, int Stride) Axis(IReadOnlyList<long> shape, int axis) =>
        ((int)shape[axis], (int)shape.Skip(axis + 1).Aggregate(1L, (product, size) => product * size));
}
