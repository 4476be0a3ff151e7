using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>The numbers of one action array where they lie in a reply: read as doubles, and overwritten in their own dtype.</summary>
internal readonly struct ActionCells
{
    // Two to four times the spacing of the dtype at one; of doubles more, because what is computed from them is rounded as well.
    private const double DoubleStep = 1.0 / (1L << 40);
    private const double SingleStep = 1.0 / (1 << 22);
    private const double HalfStep = 1.0 / (1 << 9);

    private readonly NumpyDtype _dtype;
    private readonly Memory<byte> _data;

    private ActionCells(NumpyDtype dtype, Memory<byte> data) => (_dtype, _data) = (dtype, data);

    public int Count => _data.Length / _dtype.ItemBytes;

    /// <summary>The bytes, as they are now.</summary>
    public ReadOnlySpan<byte> Bytes => _data.Span;

    /// <summary>Takes an array that a codec cut out of a buffer of ours.</summary>
    /// <exception cref="DiagnosticException">RT207: no floats.</exception>
    public static ActionCells Of(NumpyArray array) => array.Dtype.Kind == NumpyKind.Real
        ? new ActionCells(array.Dtype, MemoryMarshal.AsMemory(array.Data))
        : throw ProxyError.Of(
            ProxyCodes.WrongDtype,
            "actions",
            $"the actions are {array.Dtype}; a guarded command cannot be written back in it",
            "let the server reply with float32 or float64");

    /// <summary>
    /// Writes a value so that it lies between <paramref name="towards"/> and <paramref name="value"/>, and returns what was written: with the last executed
    /// command as <paramref name="towards"/>, rounding leaves neither the bounds nor the rate.
    /// </summary>
    public double Write(int index, double value, double towards)
    {
        Span<byte> cell = _data.Span.Slice(index * _dtype.ItemBytes, _dtype.ItemBytes);
        double written = _dtype.ItemBytes switch
        {
            sizeof(double) => value,
            sizeof(float) => Single(value, towards),
            _ => Half(value, towards),
        };
        Put(cell, written);
        return written;
    }

    /// <summary>
    /// Writes a value that is a little further up or down than <paramref name="value"/>, which the array holds: by a few steps of the dtype at one, so that
    /// what is computed from it moves as well where the number itself is next to nothing.
    /// </summary>
    public double WriteBeside(int index, double value, bool isUp)
    {
        double step = Math.Max(1, Math.Abs(value)) * _dtype.ItemBytes switch { sizeof(double) => DoubleStep, sizeof(float) => SingleStep, _ => HalfStep };
        double beside = isUp ? value + step : value - step;
        beside = _dtype.ItemBytes switch { sizeof(double) => beside, sizeof(float) => (float)beside, _ => (double)(Half)beside };
        Put(_data.Span.Slice(index * _dtype.ItemBytes, _dtype.ItemBytes), beside);
        return beside;
    }

    private static double Single(double value, double towards)
    {
        float nearest = (float)value;
        return IsBeyond(nearest, value, towards) ? nearest > value ? MathF.BitDecrement(nearest) : MathF.BitIncrement(nearest) : nearest;
    }

    private static double Half(double value, double towards)
    {
        Half nearest = (Half)value;
        return (double)(IsBeyond((double)nearest, value, towards)
            ? (double)nearest > value ? System.Half.BitDecrement(nearest) : System.Half.BitIncrement(nearest)
            : nearest);
    }

    private static bool IsBeyond(double rounded, double value, double towards) => towards <= value ? rounded > value : rounded < value;

    private void Put(Span<byte> cell, double value)
    {
        switch (_dtype.ItemBytes)
        {
            case sizeof(double):
                BinaryPrimitives.WriteDoubleLittleEndian(cell, value);
                break;
            case sizeof(float):
                BinaryPrimitives.WriteSingleLittleEndian(cell, (float)value);
                break;
            default:
                BinaryPrimitives.WriteHalfLittleEndian(cell, (Half)value);
                break;
        }

        if (_dtype.IsBigEndian)
        {
            cell.Reverse();
        }
    }
}
