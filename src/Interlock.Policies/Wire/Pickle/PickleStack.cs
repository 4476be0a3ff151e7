namespace Interlock.Policies.Wire.Pickle;

/// <summary>The operand stack with its marks; underflow and growth are findings.</summary>
internal sealed class PickleStack(AllocationBudget budget)
{
    private readonly List<object?> _items = [];
    private readonly List<int> _marks = [];
    private int _mostItems;

    public int Count => _items.Count;

    public void Push(object? item, int at)
    {
        _items.Add(item);
        if (_items.Count > _mostItems)
        {
            _mostItems = _items.Count;
            budget.Charge(AllocationBudget.SlotBytes, at);
        }
    }

    public void Mark(int at)
    {
        if (_marks.Count == WireLimits.MostLevels)
        {
            throw WireError.At(WireCodes.TooDeep, PickleCursor.Format, at, $"more than {WireLimits.MostLevels} levels of nesting");
        }

        _marks.Add(_items.Count);
    }

    public object? Pop(int at)
    {
        object? top = Peek(at);
        _items.RemoveAt(_items.Count - 1);
        return top;
    }

    public object? Peek(int at)
    {
        int floor = _marks.Count > 0 ? _marks[^1] : 0;
        return _items.Count > floor ? _items[^1] : throw Malformed(at, "a value is taken from an empty stack");
    }

    public object?[] PopToMark(int at)
    {
        if (_marks.Count == 0)
        {
            throw Malformed(at, "a group ends that never began");
        }

        int first = _marks[^1];
        _marks.RemoveAt(_marks.Count - 1);
        return PopMany(_items.Count - first, at);
    }

    public object?[] PopMany(int count, int at)
    {
        if (count > _items.Count)
        {
            throw Malformed(at, "a value is taken from an empty stack");
        }

        budget.Charge(AllocationBudget.NodeBytes + (8L * count), at);
        object?[] taken = new object?[count];
        _items.CopyTo(_items.Count - count, taken, 0, count);
        _items.RemoveRange(_items.Count - count, count);
        return taken;
    }

    public static Core.Diagnostics.DiagnosticException Malformed(int at, string message) =>
        WireError.At(WireCodes.PickleMalformed, PickleCursor.Format, at, message);
}
