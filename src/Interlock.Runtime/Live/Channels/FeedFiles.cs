namespace Interlock.Runtime.Live.Channels;

/// <summary>Files of the recordings, for viewers that ask: contract, calibration, robot description. Bounded; the oldest go.</summary>
internal sealed class FeedFiles
{
    private const long MostBytes = 32 << 20;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, FeedFile> _files = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>Every file.</summary>
    public IReadOnlyList<FeedFile> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _files.Values];
            }
        }
    }

    public void Add(string name, string mediaType, ReadOnlyMemory<byte> data)
    {
        if (data.Length > MostBytes)
        {
            return;
        }

        lock (_lock)
        {
            RemoveIfThere(name);
            while (_bytes + data.Length > MostBytes)
            {
                RemoveIfThere(_files.GetAt(0).Key);
            }

            _files.Add(name, new FeedFile(name, mediaType, data));
            _bytes += data.Length;
        }
    }

    public FeedFile? Find(string name)
    {
        lock (_lock)
        {
            return _files.GetValueOrDefault(name);
        }
    }

    /// <summary>Files of what is over.</summary>
    /// <param name="prefix">What their names begin with.</param>
    public void RemoveAll(string prefix)
    {
        lock (_lock)
        {
            foreach (string name in _files.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToArray())
            {
                RemoveIfThere(name);
            }
        }
    }

    private void RemoveIfThere(string name)
    {
        if (_files.Remove(name, out FeedFile? old))
        {
            _bytes -= old.Data.Length;
        }
    }
}
