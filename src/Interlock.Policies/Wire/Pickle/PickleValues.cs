namespace Interlock.Policies.Wire.Pickle;

/// <summary>
/// Unpickled objects as plain values. A pickle may refer to one object many times or to itself: what the tree would take is charged to the
/// budget, and its depth is bounded, so neither grows without end.
/// </summary>
internal sealed class PickleValues(AllocationBudget budget)
{
    public WireValue Convert(object? value, int level = 0)
    {
        budget.Charge(AllocationBudget.NodeBytes, 0);
        if (level >= WireLimits.MostLevels)
        {
            throw WireError.At(WireCodes.TooDeep, PickleCursor.Format, 0, $"more than {WireLimits.MostLevels} levels of nesting");
        }

        return value switch
        {
            PickleTuple tuple => List(tuple.Items, level, isTuple: true),
            List<object?> list => List(list, level, isTuple: false),
            OrderedDictionary<string, object?> map => Map(map, level),
            PickleArray { Value: { } array } => new WireValue.Array(array),
            _ => Leaf(value),
        };
    }

    public WireValue.Map Message(object? value, string name)
    {
        string full = $"{PickleGlobal.HelpersModule}.{name}";
        return value is PickleMessage { State: { } state } message && message.Type.Name == full
            ? Map(state, 0)
            : throw WireError.In(WireCodes.WrongMessage, PickleCursor.Format, "(root)", $"the payload is not a {name}");
    }

    private static WireValue Leaf(object? value) => value switch
    {
        null => WireValue.None,
        bool boolean => boolean ? WireValue.True : WireValue.False,
        Int128 whole => new WireValue.Integer(whole),
        double number => new WireValue.Number(number),
        string text => new WireValue.Text(text),
        PickleBytes bytes => new WireValue.Bytes(bytes.Value),
        _ => throw WireError.In(WireCodes.WrongKind, PickleCursor.Format, "(value)", "the payload holds an object that is no plain value"),
    };

    private WireValue.List List(IReadOnlyList<object?> items, int level, bool isTuple)
    {
        budget.Charge((long)items.Count * AllocationBudget.SlotBytes, 0);
        WireValue[] values = new WireValue[items.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Convert(items[i], level + 1);
        }

        return new WireValue.List(values, isTuple);
    }

    private WireValue.Map Map(OrderedDictionary<string, object?> map, int level)
    {
        budget.Charge(AllocationBudget.MapBytes + ((long)map.Count * AllocationBudget.MapEntryBytes), 0);
        OrderedDictionary<string, WireValue> entries = new(map.Count);
        foreach ((string key, object? value) in map)
        {
            entries.Add(key, Convert(value, level + 1));
        }

        return new WireValue.Map(entries);
    }
}
