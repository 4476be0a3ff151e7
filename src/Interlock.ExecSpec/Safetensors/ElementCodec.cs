using System.Buffers.Binary;

namespace Interlock.ExecSpec.Safetensors;

/// <summary>Sizes and decoding of the element types.</summary>
internal static class ElementCodec
{
    private const int Binary32ExtraBits = 16;

    /// <summary>The element type written as <paramref name="name"/>; null when it is not one of the ten.</summary>
    public static SafetensorDtype? Find(string name) =>
        Array.IndexOf(Enum.GetNames<SafetensorDtype>(), name) >= 0 ? Enum.Parse<SafetensorDtype>(name) : null;

    /// <summary>Bytes of one element.</summary>
    public static int SizeOf(SafetensorDtype dtype) => dtype switch
    {
        SafetensorDtype.F64 or SafetensorDtype.I64 => sizeof(long),
        SafetensorDtype.F32 or SafetensorDtype.I32 => sizeof(int),
        SafetensorDtype.F16 or SafetensorDtype.BF16 or SafetensorDtype.I16 => sizeof(short),
        _ => sizeof(byte),
    };

    /// <summary>Decodes as many elements as <paramref name="values"/> holds; 64-bit integers beyond 2^53 are rounded.</summary>
    public static void Decode(SafetensorDtype dtype, ReadOnlySpan<byte> bytes, Span<double> values)
    {
        int size = SizeOf(dtype);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Decode(dtype, bytes.Slice(i * size, size));
        }
    }

    private static double Decode(SafetensorDtype dtype, ReadOnlySpan<byte> element) => dtype switch
    {
        SafetensorDtype.F64 => BinaryPrimitives.ReadDoubleLittleEndian(element),
        SafetensorDtype.F32 => BinaryPrimitives.ReadSingleLittleEndian(element),
        SafetensorDtype.F16 => (double)BinaryPrimitives.ReadHalfLittleEndian(element),
        SafetensorDtype.BF16 => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadInt16LittleEndian(element) << Binary32ExtraBits),
        SafetensorDtype.I64 => BinaryPrimitives.ReadInt64LittleEndian(element),
        SafetensorDtype.I32 => BinaryPrimitives.ReadInt32LittleEndian(element),
        SafetensorDtype.I16 => BinaryPrimitives.ReadInt16LittleEndian(element),
        SafetensorDtype.I8 => (sbyte)element[0],
        SafetensorDtype.U8 => element[0],
        _ => element[0] == 0 ? 0 : 1,
    };
}
