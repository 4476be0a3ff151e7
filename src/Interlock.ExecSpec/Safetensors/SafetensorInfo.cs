namespace Interlock.ExecSpec.Safetensors;

/// <summary>One tensor as the header describes it.</summary>
/// <param name="Name">Name, unique in the file.</param>
/// <param name="Dtype">Element type.</param>
/// <param name="Shape">Lengths of the dimensions, outermost first; empty for a scalar. Elements are in C order.</param>
/// <param name="Offset">First byte, counted from the end of the header.</param>
/// <param name="ByteCount">Bytes of data.</param>
internal sealed record SafetensorInfo(string Name, SafetensorDtype Dtype, IReadOnlyList<long> Shape, long Offset, long ByteCount)
{
    /// <summary>Number of elements: the product of the shape, 1 for a scalar.</summary>
    public long ElementCount => ByteCount / ElementCodec.SizeOf(Dtype);
}
