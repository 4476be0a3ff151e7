namespace Interlock.Recording.Ros2.Export;

/// <summary>Things of one kind with their times, each in its turn.</summary>
internal interface ITimedSource : IDisposable
{
    /// <summary>File time of the next one, ns; null at the end.</summary>
    ulong? NextNs { get; }

    /// <summary>Writes the next one and goes on.</summary>
    void Write();
}

/// <inheritdoc />
internal sealed class TimedSource<T> : ITimedSource
{
    private readonly IEnumerator<T> _items;
    private readonly Func<T, ulong> _timeOf;
    private readonly Action<T, ulong> _write;

    public TimedSource(IEnumerable<T> items, Func<T, ulong> timeOf, Action<T, ulong> write)
    {
        _items = items.GetEnumerator();
        _timeOf = timeOf;
        _write = write;
        Advance();
    }

    public ulong? NextNs { get; private set; }

    public void Write()
    {
        _write(_items.Current, NextNs!.Value);
        Advance();
    }

    public void Dispose() => _items.Dispose();

    private void Advance() => NextNs = _items.MoveNext() ? _timeOf(_items.Current) : null;
}
