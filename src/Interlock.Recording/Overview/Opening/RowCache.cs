namespace Interlock.Recording.Overview.Opening;

/// <summary>Stretches of a file that were taken apart last, because who zooms looks at the same place again and again. Not thread-safe.</summary>
internal sealed class RowCache
{
    /// <summary>Half a minute of 1 kHz with 100 signals; ours.</summary>
    public const long MostBytes = 16 << 20;

    private readonly Dictionary<(long Offset, StepTopic Topic), LinkedListNode<Entry>> _rows = [];
    private readonly LinkedList<Entry> _newest = new();
    private long _bytes;

    public TopicRows? Find(long offset, StepTopic topic)
    {
        if (!_rows.TryGetValue((offset, topic), out LinkedListNode<Entry>? found))
        {
            return null;
        }

        _newest.Remove(found);
        _newest.AddFirst(found);
        return found.Value.Rows;
    }

    public void Keep(long offset, StepTopic topic, TopicRows rows)
    {
        if (rows.Bytes > MostBytes || _rows.ContainsKey((offset, topic)))
        {
            return;
        }

        _bytes += rows.Bytes;
        _rows[(offset, topic)] = _newest.AddFirst(new Entry(offset, topic, rows));
        while (_bytes > MostBytes)
        {
            Entry oldest = _newest.Last!.Value;
            _newest.RemoveLast();
            _rows.Remove((oldest.Offset, oldest.Topic));
            _bytes -= oldest.Rows.Bytes;
        }
    }

    private sealed record Entry(long Offset, StepTopic Topic, TopicRows Rows);
}
