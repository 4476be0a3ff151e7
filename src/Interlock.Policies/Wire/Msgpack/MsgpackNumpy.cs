namespace Interlock.Policies.Wire.Msgpack;

/// <summary>Msgpack with numpy arrays, as openpi servers and clients speak it. Source: openpi, packages/openpi-client, msgpack_numpy.py.</summary>
public static class MsgpackNumpy
{
    /// <summary>Decodes one whole payload. Arrays and bytes are slices of it.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO001–PO012: not a payload that can be carried.</exception>
    public static WireValue Decode(ReadOnlyMemory<byte> payload) => new MsgpackDecoder(payload).Decode();

    /// <summary>Appends the encoded value.</summary>
    /// <exception cref="ArgumentException">An integer beyond 64 bits.</exception>
    public static void Encode(WireValue value, WireBuffer buffer)
    {
        MsgpackWriter writer = new(buffer);
        Write(value, writer);
    }

    private static void Write(WireValue value, MsgpackWriter writer)
    {
        switch (value)
        {
            case WireValue.List list:
                writer.ListHeader(list.Items.Count);
                foreach (WireValue item in list.Items)
                {
                    Write(item, writer);
                }

                break;
            case WireValue.Map map:
                writer.MapHeader(map.Entries.Count);
                foreach ((string key, WireValue item) in map.Entries)
                {
                    writer.Text(key);
                    Write(item, writer);
                }

                break;
            case WireValue.Scalar scalar:
                writer.MapHeader(NumpyMarker.ScalarEntries);
                writer.Marker(NumpyMarker.ScalarName);
                writer.Binary("data"u8);
                Write(scalar.Value, writer);
                writer.Dtype(scalar.Dtype);
                break;
            default:
                WriteLeaf(value, writer);
                break;
        }
    }

    private static void WriteLeaf(WireValue value, MsgpackWriter writer)
    {
        switch (value)
        {
            case WireValue.Boolean boolean:
                writer.Boolean(boolean.Value);
                break;
            case WireValue.Integer whole:
                writer.Integer(whole.Value);
                break;
            case WireValue.Number number:
                writer.Number(number.Value);
                break;
            case WireValue.Text text:
                writer.Text(text.Value);
                break;
            case WireValue.Bytes bytes:
                writer.Binary(bytes.Value.Span);
                break;
            case WireValue.Array array:
                writer.Array(array.Value);
                break;
            case WireValue.Extension extension:
                writer.Extension(extension.Type, extension.Data.Span);
                break;
            default:
                writer.Nil();
                break;
        }
    }
}
