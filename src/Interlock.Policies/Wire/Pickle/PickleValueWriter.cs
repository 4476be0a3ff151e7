namespace Interlock.Policies.Wire.Pickle;

/// <summary>Plain values as pickles.</summary>
internal static class PickleValueWriter
{
    public static void Write(this PickleWriter writer, WireValue value)
    {
        switch (value)
        {
            case WireValue.List { IsTuple: true } tuple:
                writer.Op(PickleOpcode.Mark);
                WriteAll(writer, tuple.Items);
                writer.Op(PickleOpcode.Tuple);
                break;
            case WireValue.List list:
                writer.Op(PickleOpcode.EmptyList);
                writer.Op(PickleOpcode.Mark);
                WriteAll(writer, list.Items);
                writer.Op(PickleOpcode.Appends);
                break;
            case WireValue.Map map:
                WriteMap(writer, map);
                break;
            case WireValue.Scalar scalar:
                writer.Write(scalar.Value);
                break;
            default:
                WriteLeaf(writer, value);
                break;
        }
    }

    private static void WriteAll(PickleWriter writer, IReadOnlyList<WireValue> items)
    {
        foreach (WireValue item in items)
        {
            writer.Write(item);
        }
    }

    private static void WriteMap(PickleWriter writer, WireValue.Map map)
    {
        writer.Op(PickleOpcode.EmptyDict);
        if (map.Entries.Count == 0)
        {
            return;
        }

        writer.Op(PickleOpcode.Mark);
        foreach ((string key, WireValue value) in map.Entries)
        {
            writer.Text(key);
            writer.Write(value);
        }

        writer.Op(PickleOpcode.SetItems);
    }

    private static void WriteLeaf(PickleWriter writer, WireValue value)
    {
        switch (value)
        {
            case WireValue.Null:
                writer.Op(PickleOpcode.None);
                break;
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
                writer.Bytes(bytes.Value.Span);
                break;
            case WireValue.Array array:
                writer.Write(array.Value);
                break;
            default:
                throw new ArgumentException($"A LeRobot payload has no form for a value of type {value.GetType().Name}.", nameof(value));
        }
    }
}
