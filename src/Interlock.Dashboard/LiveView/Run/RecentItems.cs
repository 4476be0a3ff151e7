namespace Interlock.Dashboard.LiveView.Run;

/// <summary>The newest items, numbered; whoever comes late misses the oldest. Not thread-safe.</summary>
internal sealed class RecentItems<T>(int capacity)
{
    private readonly Queue<T> _items = new();

    /// <summary>Number of the next item.</summary>
    public long End { get; private set; }

    public IEnumerable<T> All => _items;

    public T? Newest { get; private set; }

    public void Add(T item)
    {
        if (_items.Count == capacity)
        {
            _items.Dequeue();
        }

        _items.Enqueue(item);
        Newest = item;
        End++;
    }

    /// <summary>The items from a number on, as far as they are kept.</summary>
    public IReadOnlyList<T> Since(long number) => [.. _items.Skip((int)Math.Clamp(_items.Count - (End - number), 0, _items.Count))];
}
