using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.Msgpack;

/// <summary>
/// The map that msgpack-numpy writes for an array or a numpy scalar. Its keys are binary on the wire (older servers write text) and come
/// in any order, so the map is read once ahead.
/// </summary>
internal struct NumpyMarker
{
    public const int ArrayEntries = 4;
    public const int ScalarEntries = 3;

    private MsgpackToken? _data;
    private MsgpackToken? _dtype;
    private NumpyShape? _shape;
    private bool _isArray;
    private bool _isScalar;

    public readonly bool IsArray => _isArray;

    public readonly MsgpackToken ScalarValue => _data!.Value;

    public static ReadOnlySpan<byte> ArrayName => "__ndarray__"u8;

    public static ReadOnlySpan<byte> ScalarName => "__npgeneric__"u8;

    /// <summary>Reads the entries of a map if it is such a map; the reader stays where it was if it is not.</summary>
    public static bool TryRead(ref MsgpackReader reader, MsgpackToken map, out NumpyMarker marker)
    {
        marker = default;
        if (map.Count is not (ArrayEntries or ScalarEntries))
        {
            return false;
        }

        MsgpackReader ahead = reader;
        for (int i = 0; i < map.Count; i++)
        {
            if (!marker.ReadEntry(ref ahead))
            {
                return false;
            }
        }

        if (!marker._isArray && !marker._isScalar)
        {
            return false;
        }

        marker.RequireComplete(map);
        reader = ahead;
        return true;
    }

    public readonly NumpyDtype Dtype => NumpyDtype.Read(_dtype!.Value.Content.Span, MsgpackReader.Format, _dtype.Value.Offset);

    public readonly NumpyArray Array =>
        NumpyArray.Checked(Dtype, _shape!.Value, _data!.Value.Content, MsgpackReader.Format, _data.Value.Offset);

    private bool ReadEntry(ref MsgpackReader reader)
    {
        MsgpackToken key = reader.Next();
        if (key.IsKey("shape"u8))
        {
            return ReadShape(ref reader);
        }

        MsgpackReader before = reader;
        MsgpackToken value = reader.Next();
        if (value.Kind is MsgpackKind.List or MsgpackKind.Map)
        {
            reader = before;
            reader.Skip();
        }

        return Keep(key, value);
    }

    private bool Keep(MsgpackToken key, MsgpackToken value)
    {
        bool isTrue = value.Kind == MsgpackKind.Boolean && value.Integer == 1;
        if (key.IsKey(ArrayName) || key.IsKey(ScalarName))
        {
            _isArray |= isTrue && key.IsKey(ArrayName);
            _isScalar |= isTrue && key.IsKey(ScalarName);
            return isTrue;
        }

        if (key.IsKey("data"u8))
        {
            bool isFirst = _data is null;
            _data = value;
            return isFirst;
        }

        bool isDtype = key.IsKey("dtype"u8) && _dtype is null;
        _dtype = isDtype ? value : _dtype;
        return isDtype;
    }

    private bool ReadShape(ref MsgpackReader reader)
    {
        MsgpackToken list = reader.Next();
        if (list.Kind != MsgpackKind.List || _shape is not null)
        {
            return false;
        }

        if (list.Count > NumpyShape.MostDimensions)
        {
            throw NumpyShape.Refused(MsgpackReader.Format, list.Offset);
        }

        Span<int> sizes = stackalloc int[NumpyShape.MostDimensions];
        for (int i = 0; i < list.Count; i++)
        {
            MsgpackToken size = reader.Next();
            bool fits = size.Kind == MsgpackKind.Integer && size.Integer >= 0 && size.Integer <= int.MaxValue;
            sizes[i] = fits ? (int)size.Integer : throw NumpyShape.Refused(MsgpackReader.Format, size.Offset);
        }

        _shape = new NumpyShape(sizes[..list.Count]);
        return true;
    }

    private readonly void RequireComplete(MsgpackToken map)
    {
        bool complete = _isArray != _isScalar
            && _dtype is { Kind: MsgpackKind.Text or MsgpackKind.Binary }
            && (_isArray
                ? _data is { Kind: MsgpackKind.Binary } && _shape is not null
                : _data is { Kind: MsgpackKind.Integer or MsgpackKind.Number or MsgpackKind.Boolean } && _shape is null);
        if (!complete)
        {
            throw WireError.At(
                WireCodes.NumpyMarker, MsgpackReader.Format, map.Offset, "a numpy value lacks one of data, dtype and shape, or has it in the wrong type");
        }
    }
}
