namespace Interlock.Policies.Wire.Pickle;

/// <summary>Values that a pickle refers back to.</summary>
internal sealed class PickleMemo(AllocationBudget budget)
{
    /// <summary>A reply of 500 actions uses 5 000.</summary>
    private const int MostEntries = 1 << 16;

    // Picklers number what they store from zero on; what is stored otherwise lies aside, from then on.
    private readonly List<object?> _inOrder = [];
    private Dictionary<uint, object?>? _others;

    public int Count => _inOrder.Count + (_others?.Count ?? 0);

    public void Put(uint index, object? value, int at)
    {
        if (Count >= MostEntries)
        {
            throw WireError.At(WireCodes.TooLarge, PickleCursor.Format, at, $"more than {MostEntries} remembered values");
        }

        budget.Charge(AllocationBudget.MapEntryBytes, at);
        if (index < _inOrder.Count)
        {
            _inOrder[(int)index] = value;
        }
        else if (index == _inOrder.Count && _others is null)
        {
            _inOrder.Add(value);
        }
        else
        {
            (_others ??= [])[index] = value;
        }
    }

    public object? Get(uint index, int at) =>
        index < _inOrder.Count ? _inOrder[(int)index]
        : _others?.TryGetValue(index, out object? value) == true ? value
        : throw PickleStack.Malformed(at, $"the remembered value {index} was never stored");
}
