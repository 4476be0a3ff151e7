using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.Pickle;

/// <summary>A tensor as a view of a storage: offset, sizes, strides. Only views whose elements lie in a row are carried.</summary>
internal static class TorchTensor
{
    public static NumpyArray View(object?[] arguments, int at)
    {
        if (arguments is not [TorchStorage storage, Int128 offset, PickleTuple sizes, PickleTuple strides, bool, OrderedDictionary<string, object?> { Count: 0 }, ..]
            || arguments.Length > 7)
        {
            throw PickleCalls.Refused(new PickleGlobal("torch._utils._rebuild_tensor_v2", PickleGlobalKind.TensorRebuild), at);
        }

        NumpyShape shape = Shape(sizes, at);
        RequireContiguous(shape, strides, at);
        long count = shape.ElementCount ?? throw NumpyShape.Refused(PickleCursor.Format, at);
        if (offset < 0 || offset > storage.Elements || offset + count > storage.Elements)
        {
            throw WireError.At(
                WireCodes.TensorView, PickleCursor.Format, at, $"a tensor of {count} numbers from {offset} lies outside its storage of {storage.Elements}");
        }

        ReadOnlyMemory<byte> data = storage.Data.Slice((int)offset * sizeof(float), (int)count * sizeof(float));
        return new NumpyArray(NumpyDtype.Float32, shape, data);
    }

    public static NumpyShape Shape(PickleTuple tuple, int at)
    {
        if (tuple.Items.Length > NumpyShape.MostDimensions)
        {
            throw NumpyShape.Refused(PickleCursor.Format, at);
        }

        Span<int> sizes = stackalloc int[tuple.Items.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            bool fits = tuple.Items[i] is Int128 size && size >= 0 && size <= int.MaxValue;
            sizes[i] = fits ? (int)(Int128)tuple.Items[i]! : throw NumpyShape.Refused(PickleCursor.Format, at);
        }

        return new NumpyShape(sizes);
    }

    private static void RequireContiguous(NumpyShape shape, PickleTuple strides, int at)
    {
        Int128 expected = 1;
        bool fits = strides.Items.Length == shape.Rank;
        for (int i = shape.Rank - 1; i >= 0 && fits; i--)
        {
            fits = strides.Items[i] is Int128 stride && (stride == expected || shape[i] <= 1);
            expected *= Math.Max(shape[i], 1);
        }

        if (!fits)
        {
            throw WireError.At(
                WireCodes.TensorView, PickleCursor.Format, at, "the numbers of a tensor do not lie in a row", "send tensor.contiguous()");
        }
    }
}
