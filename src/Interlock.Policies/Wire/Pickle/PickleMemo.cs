namespace Interlock.Policies.Wire.Pickle;

/// <summary>Values that a pickle refers back to.</summary>
internal sealed class PickleMemo(AllocationBudget budget)
{
    /// <summary>A reply of 500 actions uses 5 000.</summary>
    private const int MostEntries = 1 << 16;

    private readonly Dictionary<uint, object?> _entries = [];

    public int Count => _entries.Count;

    public void Put(uint index, object? value, int at)
    {
        if (_entries.Count >= MostEntries)
        {
            throw WireError.At(WireCodes.TooLarge, PickleCursor.Format, at, $"more than {MostEntries} remembered values");
        }

        budget.Charge(AllocationBudget.MapEntryBytes, at);
        _entries[index] = value;
    }

    public object? Get(uint index, int at) => _entries.TryGetValue(index, out object? value)
        ? value
        : throw PickleStack.Malformed(at, $"the remembered value {index} was never stored");
}
