using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Policies.Wire.Numpy;

/// <summary>An element type as numpy's <c>dtype.str</c> names it: byte order, kind, bytes, for example <c>&lt;f4</c> or <c>|u1</c>.</summary>
/// <param name="Kind">Kind of number.</param>
/// <param name="ItemBytes">1, 2, 4 or 8.</param>
/// <param name="IsBigEndian">True for <c>&gt;</c>.</param>
public readonly record struct NumpyDtype(NumpyKind Kind, int ItemBytes, bool IsBigEndian = false)
{
    internal const int NameBytes = 3;

    /// <summary><c>&lt;f4</c>.</summary>
    public static NumpyDtype Float32 { get; } = new(NumpyKind.Real, 4);

    /// <summary><c>&lt;f8</c>.</summary>
    public static NumpyDtype Float64 { get; } = new(NumpyKind.Real, 8);

    /// <summary><c>|u1</c>, the bytes of images.</summary>
    public static NumpyDtype UInt8 { get; } = new(NumpyKind.Unsigned, 1);

    /// <inheritdoc />
    public override string ToString()
    {
        Span<byte> name = stackalloc byte[NameBytes];
        WriteName(name);
        return Encoding.ASCII.GetString(name);
    }

    internal static NumpyDtype Read(ReadOnlySpan<byte> name, string format, long offset) =>
        TryParse(name) ?? throw Refused(Encoding.Latin1.GetString(name[..Math.Min(name.Length, 64)]), format, offset);

    internal static NumpyDtype Read(string name, string format, long offset)
    {
        Span<byte> ascii = stackalloc byte[NameBytes];
        bool isShort = name.Length <= NameBytes && Encoding.ASCII.TryGetBytes(name, ascii, out _);
        return (isShort ? TryParse(ascii[..name.Length]) : null) ?? throw Refused(name, format, offset);
    }

    internal void WriteName(Span<byte> name)
    {
        name[0] = ItemBytes == 1 ? (byte)'|' : IsBigEndian ? (byte)'>' : (byte)'<';
        name[1] = "biuf"u8[(int)Kind];
        name[2] = (byte)('0' + ItemBytes);
    }

    internal static NumpyDtype? TryParse(ReadOnlySpan<byte> name)
    {
        if (name.Length != NameBytes || "biuf"u8.IndexOf(name[1]) is var kind && kind < 0)
        {
            return null;
        }

        NumpyDtype dtype = new((NumpyKind)kind, name[2] - '0', name[0] == '>' && name[2] != '1');
        bool orderFits = dtype.ItemBytes == 1 ? name[0] is (byte)'|' or (byte)'<' or (byte)'>' : name[0] is (byte)'<' or (byte)'>';
        return orderFits && dtype.IsKnownSize ? dtype : null;
    }

    private bool IsKnownSize => Kind switch
    {
        NumpyKind.Boolean => ItemBytes == 1,
        NumpyKind.Real => ItemBytes is 2 or 4 or 8,
        _ => ItemBytes is 1 or 2 or 4 or 8,
    };

    private static DiagnosticException Refused(string name, string format, long offset) => WireError.At(
        WireCodes.Dtype,
        format,
        offset,
        $"the dtype {Quoted.Of(name)} is not carried",
        "send booleans, integers or floats of 1 to 8 bytes; objects, structures, text and complex numbers are refused");
}
