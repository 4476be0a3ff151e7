using System.Runtime.InteropServices;

namespace Interlock.Policies.Onnx.Native;

/// <summary>Memory of one tensor that never moves, aligned for vector instructions.</summary>
internal sealed class TensorBuffer
{
    private const int AlignmentBytes = 64;
    private readonly byte[] _storage;
    private readonly int _offset;

    public TensorBuffer(ElementType type, int count)
    {
        Type = type;
        Count = count;
        int bytes = checked(count * type.SizeBytes());
        _storage = GC.AllocateArray<byte>(bytes + AlignmentBytes, pinned: true);
        nint start = Marshal.UnsafeAddrOfPinnedArrayElement(_storage, 0);
        _offset = (int)((AlignmentBytes - (start % AlignmentBytes)) % AlignmentBytes);
        Length = bytes;
        Address = start + _offset;
    }

    public ElementType Type { get; }

    /// <summary>Elements.</summary>
    public int Count { get; }

    /// <summary>Bytes.</summary>
    public int Length { get; }

    public nint Address { get; }

    /// <summary>True after a write that changed a bit, until it is set back.</summary>
    public bool Changed { get; set; } = true;

    public Span<T> As<T>()
        where T : struct => MemoryMarshal.Cast<byte, T>(_storage.AsSpan(_offset, Length));

    /// <summary>Sets element <paramref name="index"/>, rounded to the type.</summary>
    public void Set(int index, double value)
    {
        switch (Type)
        {
            case ElementType.Float32:
                Put(index, BitConverter.SingleToInt32Bits((float)value));
                break;
            case ElementType.Float64:
                Put(index, BitConverter.DoubleToInt64Bits(value));
                break;
            case ElementType.Int32:
                Put(index, (int)value);
                break;
            case ElementType.Int64:
                Put(index, (long)value);
                break;
            default:
                Put(index, (byte)value);
                break;
        }
    }

    /// <summary>Sets a whole number that a double might not hold.</summary>
    public void Set(int index, long value)
    {
        if (Type == ElementType.Int64)
        {
            Put(index, value);
        }
        else
        {
            Set(index, (double)value);
        }
    }

    /// <summary>Element <paramref name="index"/>.</summary>
    public double Get(int index) => Type switch
    {
        ElementType.Float32 => As<float>()[index],
        ElementType.Float64 => As<double>()[index],
        ElementType.Int32 => As<int>()[index],
        ElementType.Int64 => As<long>()[index],
        _ => As<byte>()[index],
    };

    public void Clear()
    {
        As<byte>().Clear();
        Changed = true;
    }

    private void Put<T>(int index, T value)
        where T : struct, IEquatable<T>
    {
        ref T place = ref As<T>()[index];
        if (!place.Equals(value))
        {
            place = value;
            Changed = true;
        }
    }
}
