using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire;

/// <summary>
/// One value of a payload, whichever codec it came through: a closed union. Bytes and arrays are slices of the payload, which must
/// stay unchanged as long as the value is used.
/// </summary>
public abstract record WireValue
{
    private WireValue()
    {
    }

    /// <summary>Python's None.</summary>
    public static Null None { get; } = new();

    /// <summary>Python's True.</summary>
    public static Boolean True { get; } = new(true);

    /// <summary>Python's False.</summary>
    public static Boolean False { get; } = new(false);

    /// <summary>Nothing.</summary>
    public sealed record Null : WireValue;

    /// <summary>True or false.</summary>
    public sealed record Boolean(bool Value) : WireValue;

    /// <summary>A whole number; 128 bits, so that every int64 and uint64 fits.</summary>
    public sealed record Integer(Int128 Value) : WireValue;

    /// <summary>A float64; NaN and infinities are kept.</summary>
    public sealed record Number(double Value) : WireValue;

    /// <summary>Text.</summary>
    public sealed record Text(string Value) : WireValue;

    /// <summary>Uninterpreted bytes.</summary>
    public sealed record Bytes(ReadOnlyMemory<byte> Value) : WireValue;

    /// <summary>A numpy array, or a torch tensor.</summary>
    public sealed record Array(NumpyArray Value) : WireValue;

    /// <summary>A numpy scalar: a number with a dtype.</summary>
    /// <param name="Dtype">What it was in numpy.</param>
    /// <param name="Value">A <see cref="Boolean"/>, <see cref="Integer"/> or <see cref="Number"/>.</param>
    public sealed record Scalar(NumpyDtype Dtype, WireValue Value) : WireValue;

    /// <summary>A msgpack extension, carried but not understood.</summary>
    /// <param name="Type">−128 to 127.</param>
    /// <param name="Data">Its bytes.</param>
    public sealed record Extension(int Type, ReadOnlyMemory<byte> Data) : WireValue;

    /// <summary>A list, or a tuple where Python tells the two apart (pickles).</summary>
    public sealed record List(IReadOnlyList<WireValue> Items, bool IsTuple = false) : WireValue;

    /// <summary>A map with text keys, in the order of the payload.</summary>
    public sealed record Map(IReadOnlyDictionary<string, WireValue> Entries) : WireValue;
}
