using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>
/// Type of an array's elements: kind letter, size in bytes, byte order. Everything becomes double; integers beyond 2^53 are rounded.
/// </summary>
internal readonly record struct NpyElement(char Kind, int Size, bool BigEndian)
{
    /// <summary>Parses a <c>descr</c> such as <c>&lt;f4</c>.</summary>
    public static NpyElement Parse(string descr, SourcePlace place)
    {
        if (descr.Contains('O', StringComparison.Ordinal))
        {
            throw Objects(place);
        }

        bool hasOrder = descr.Length > 0 && descr[0] is '<' or '>' or '|' or '=';
        string type = hasOrder ? descr[1..] : descr;
        return type switch
        {
            "f2" or "f4" or "f8" or "i1" or "i2" or "i4" or "i8" or "u1" or "u2" or "u4" or "u8" or "b1"
                => new NpyElement(type[0], type[1] - '0', hasOrder && descr[0] == '>'),
            "?" => new NpyElement('b', 1, BigEndian: false),
            _ => throw new DiagnosticException(
                FileCode.NpyElementType,
                $"Elements of type '{Shorten(descr)}' are not plain numbers",
                place,
                "save with .astype(numpy.float32)"),
        };
    }

    public static DiagnosticException Objects(SourcePlace place) => new(
        FileCode.NpyObjects,
        "The array holds pickled Python objects; unpickling runs code, so it is refused",
        place,
        "save plain numbers: numpy.save(path, numpy.asarray(actions, dtype=numpy.float32))");

    /// <summary>Converts whole elements. <paramref name="source"/> is overwritten when its byte order is foreign.</summary>
    public void Decode(Span<byte> source, Span<double> target)
    {
        switch ((Kind, Size))
        {
            case ('f', 2): Convert<Half>(source, target); break;
            case ('f', 4): Convert<float>(source, target); break;
            case ('f', 8): Convert<double>(source, target); break;
            case ('i', 1): Convert<sbyte>(source, target); break;
            case ('i', 2): Convert<short>(source, target); break;
            case ('i', 4): Convert<int>(source, target); break;
            case ('i', 8): Convert<long>(source, target); break;
            case ('u', 2): Convert<ushort>(source, target); break;
            case ('u', 4): Convert<uint>(source, target); break;
            case ('u', 8): Convert<ulong>(source, target); break;
            case ('b', 1): Truth(source, target); break;
            default: Convert<byte>(source, target); break;
        }
    }

    private static void Truth(Span<byte> source, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = source[i] == 0 ? 0 : 1;
        }
    }

    private void Convert<T>(Span<byte> source, Span<double> target)
        where T : unmanaged, INumber<T>
    {
        if (Size > 1 && BigEndian == BitConverter.IsLittleEndian)
        {
            ReverseEach(source);
        }

        Span<T> values = MemoryMarshal.Cast<byte, T>(source);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = double.CreateTruncating(values[i]);
        }
    }

    private void ReverseEach(Span<byte> source)
    {
        switch (Size)
        {
            case 2: Reverse16(MemoryMarshal.Cast<byte, ushort>(source)); break;
            case 4: Reverse32(MemoryMarshal.Cast<byte, uint>(source)); break;
            default: Reverse64(MemoryMarshal.Cast<byte, ulong>(source)); break;
        }
    }

    private static void Reverse16(Span<ushort> values) => BinaryPrimitives.ReverseEndianness(values, values);

    private static void Reverse32(Span<uint> values) => BinaryPrimitives.ReverseEndianness(values, values);

    private static void Reverse64(Span<ulong> values) => BinaryPrimitives.ReverseEndianness(values, values);

    private static string Shorten(string text) => text.Length <= 40 ? text : $"{text[..40]}…";
}
