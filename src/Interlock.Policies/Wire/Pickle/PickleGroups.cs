using Interlock.Core.Text;

namespace Interlock.Policies.Wire.Pickle;

/// <summary>Lists and dicts being filled.</summary>
internal sealed class PickleGroups(PickleStack stack, AllocationBudget budget)
{
    public void Append(object?[] items, int at)
    {
        budget.Charge((long)items.Length * AllocationBudget.SlotBytes, at);
        List<object?> list = stack.Peek(at) as List<object?> ?? throw PickleStack.Malformed(at, "items are appended to something that is no list");
        list.AddRange(items);
    }

    public void SetItems(object?[] items, int at)
    {
        budget.Charge((long)items.Length * AllocationBudget.MapEntryBytes, at);
        if (stack.Peek(at) is not OrderedDictionary<string, object?> map || items.Length % 2 != 0)
        {
            throw PickleStack.Malformed(at, "items are set on something that is no dict, or without values");
        }

        for (int i = 0; i < items.Length; i += 2)
        {
            string key = items[i] as string ?? throw WireError.At(WireCodes.WrongKind, PickleCursor.Format, at, "a key of a dict is not text");
            if (!map.TryAdd(key, items[i + 1]))
            {
                throw WireError.At(WireCodes.DuplicateKey, PickleCursor.Format, at, $"the key {Quoted.Of(key)} comes twice in one dict");
            }
        }
    }
}
