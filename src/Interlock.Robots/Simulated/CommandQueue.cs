namespace Interlock.Robots.Simulated;

/// <summary>Commands on their way to the drives. When more are under way than fit, the youngest one is replaced: it keeps its time.</summary>
internal sealed class CommandQueue(int width)
{
    /// <summary>Fits 100 ms of commands at 1 kHz, and then some.</summary>
    private const int Capacity = 128;

    private readonly double[] _values = new double[Capacity * width];
    private readonly long[] _dueNs = new long[Capacity];
    private int _first;
    private int _count;

    public void Clear() => _count = 0;

    public void Add(ReadOnlySpan<double> command, long dueNs)
    {
        if (_count < Capacity)
        {
            _dueNs[Slot(_count++)] = dueNs;
        }

        command.CopyTo(Row(Slot(_count - 1)));
    }

    /// <summary>Takes out every command that is due and leaves the youngest of them in <paramref name="targets"/>.</summary>
    public void Deliver(long nowNs, Span<double> targets)
    {
        while (_count > 0 && _dueNs[_first] <= nowNs)
        {
            Row(_first).CopyTo(targets);
            _first = Slot(1);
            _count--;
        }
    }

    private int Slot(int offset) => (_first + offset) % Capacity;

    private Span<double> Row(int slot) => _values.AsSpan(slot * width, width);
}
