using System.Buffers.Binary;
using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Wire.Numpy;

/// <summary>A numpy array in C order, as bytes. The bytes are a slice of the payload they came in and are never copied.</summary>
public readonly struct NumpyArray
{
    /// <summary>Creates an array over bytes.</summary>
    /// <param name="dtype">Element type.</param>
    /// <param name="shape">Sizes, outermost first.</param>
    /// <param name="data">Exactly the elements in C order.</param>
    /// <exception cref="ArgumentException">Shape and bytes disagree.</exception>
    public NumpyArray(NumpyDtype dtype, NumpyShape shape, ReadOnlyMemory<byte> data)
    {
        if (!Fits(dtype, shape, data.Length))
        {
            throw new ArgumentException($"{data.Length} bytes do not hold {dtype} of shape {shape}.", nameof(data));
        }

        (Dtype, Shape, Data) = (dtype, shape, data);
    }

    /// <summary>Element type.</summary>
    public NumpyDtype Dtype { get; }

    /// <summary>Sizes, outermost first.</summary>
    public NumpyShape Shape { get; }

    /// <summary>The elements, in C order and in the byte order of <see cref="Dtype"/>.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>How many elements there are.</summary>
    public int ElementCount => Data.IsEmpty ? 0 : Data.Length / Dtype.ItemBytes;

    /// <summary>An array of float64 with the given elements.</summary>
    public static NumpyArray OfDoubles(ReadOnlySpan<double> values, NumpyShape shape)
    {
        byte[] data = new byte[values.Length * sizeof(double)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(data.AsSpan(i * sizeof(double)), values[i]);
        }

        return new NumpyArray(NumpyDtype.Float64, shape, data);
    }

    /// <summary>An array of float32 with the given elements.</summary>
    public static NumpyArray OfSingles(ReadOnlySpan<float> values, NumpyShape shape)
    {
        byte[] data = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(i * sizeof(float)), values[i]);
        }

        return new NumpyArray(NumpyDtype.Float32, shape, data);
    }

    /// <summary>Converts every element to double; integers beyond 2⁵³ are rounded. Allocates nothing.</summary>
    /// <param name="destination">Room for <see cref="ElementCount"/> numbers.</param>
    /// <returns>How many elements are NaN or infinite; they are in the span as they came.</returns>
    public int CopyTo(Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, ElementCount, nameof(destination));
        return NumpyElements.ToDoubles(Dtype, Data.Span, destination[..ElementCount]);
    }

    internal static NumpyArray Checked(NumpyDtype dtype, NumpyShape shape, ReadOnlyMemory<byte> data, string format, long offset) =>
        Fits(dtype, shape, data.Length) ? new NumpyArray(dtype, shape, data) : throw Disagrees(dtype, shape, data.Length, format, offset);

    private static bool Fits(NumpyDtype dtype, NumpyShape shape, int bytes) =>
        shape.ElementCount is { } count && (long)count * dtype.ItemBytes == bytes;

    private static DiagnosticException Disagrees(NumpyDtype dtype, NumpyShape shape, int bytes, string format, long offset) =>
        WireError.At(WireCodes.SizeDisagrees, format, offset, $"{bytes} bytes do not hold an array {dtype} of shape {shape}");
}
