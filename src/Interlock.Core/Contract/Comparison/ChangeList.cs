namespace Interlock.Core.Contract.Comparison;

/// <summary>Collects differences and says which way each one goes.</summary>
internal sealed class ChangeList
{
    private readonly List<ContractChange> _items = [];

    public IReadOnlyList<ContractChange> Items => _items;

    /// <summary>Values without an order.</summary>
    public void Words(string key, string? before, string? after)
    {
        if (before != after)
        {
            _items.Add(new ContractChange(key, before, after, ChangeDirection.Different));
        }
    }

    /// <summary>A limit of which a smaller value allows less; an absent one allows everything.</summary>
    public void UpperLimit(string key, Limit before, Limit after) => Compare(key, before, after, largerIsLooser: true);

    /// <summary>A limit of which a larger value allows less; an absent one allows everything.</summary>
    public void LowerLimit(string key, Limit before, Limit after) => Compare(key, before, after, largerIsLooser: false);

    /// <summary>Words with a degree of strictness; an absent one is the most permissive of all.</summary>
    public void Strictness<T>(string key, T? before, T? after, Func<T, int> strictness)
        where T : struct, Enum
    {
        if (!Nullable.Equals(before, after))
        {
            int looser = Degree(before, strictness) - Degree(after, strictness);
            Add(key, Word(before), Word(after), looser);
        }
    }

    private void Compare(string key, Limit before, Limit after, bool largerIsLooser)
    {
        if (!before.IsPresent && !after.IsPresent)
        {
            return;
        }

        if (before.IsPresent != after.IsPresent)
        {
            Add(key, before.Shown, after.Shown, before.IsPresent ? 1 : -1);
            return;
        }

        int? growth = after.CompareTo(before);
        if (growth != 0)
        {
            Add(key, before.Shown, after.Shown, (growth ?? 0) * (largerIsLooser ? 1 : -1));
        }
    }

    private void Add(string key, string? before, string? after, int looser) =>
        _items.Add(new ContractChange(key, before, after, DirectionOf(looser)));

    private static ChangeDirection DirectionOf(int looser) => looser switch
    {
        > 0 => ChangeDirection.Looser,
        < 0 => ChangeDirection.Tighter,
        _ => ChangeDirection.Different,
    };

    private static int Degree<T>(T? value, Func<T, int> strictness)
        where T : struct, Enum => value is { } word ? strictness(word) : -1;

    private static string? Word<T>(T? value)
        where T : struct, Enum => value is { } word ? Text.EnumWord.Of(word) : null;
}
