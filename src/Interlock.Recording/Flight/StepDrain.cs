namespace Interlock.Recording.Flight;

/// <summary>
/// Moves step records from a ring to a sink on a timer of an injected clock, and flushes the sink at an interval: at most that much is lost
/// when the process dies. Dispose it after the writing thread has stopped; it drains and flushes once more. A sink that throws ends the
/// recording, not the robot: the fault is kept in <see cref="Fault"/> and further records are dropped by the ring.
/// </summary>
public sealed class StepDrain : IDisposable
{
    /// <summary>Default of the flush interval.</summary>
    public static readonly TimeSpan DefaultFlushInterval = TimeSpan.FromMilliseconds(100);

    // Drains this many times in a flush interval, so that the ring may be small.
    private const int DrainsPerFlush = 10;

    private readonly StepRing _ring;
    private readonly IStepSink _sink;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _flushInterval;
    private readonly byte[] _record;
    private readonly Lock _draining = new();
    private readonly ITimer _timer;
    private long _lastFlush;
    private bool _disposed;

    /// <summary>Starts to drain.</summary>
    /// <param name="ring">Where the control thread writes.</param>
    /// <param name="sink">Where the records go; not disposed.</param>
    /// <param name="clock">The clock of timer and interval.</param>
    /// <param name="flushInterval">Null for 100 ms; 10 ms or more.</param>
    public StepDrain(StepRing ring, IStepSink sink, TimeProvider clock, TimeSpan? flushInterval = null)
    {
        _ring = ring;
        _sink = sink;
        _clock = clock;
        _flushInterval = flushInterval ?? DefaultFlushInterval;
        ArgumentOutOfRangeException.ThrowIfLessThan(_flushInterval, TimeSpan.FromMilliseconds(DrainsPerFlush), nameof(flushInterval));
        _record = new byte[ring.RecordBytes];
        _lastFlush = clock.GetTimestamp();
        _timer = clock.CreateTimer(_ => Drain(), null, _flushInterval / DrainsPerFlush, _flushInterval / DrainsPerFlush);
    }

    /// <summary>What ended the recording; null while it runs.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Moves what waits now. The timer calls it; calling it as well is harmless.</summary>
    public void Drain()
    {
        if (_draining.TryEnter())
        {
            try
            {
                Move(flush: _clock.GetElapsedTime(_lastFlush) >= _flushInterval);
            }
            finally
            {
                _draining.Exit();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _timer.Dispose();
        lock (_draining)
        {
            if (!_disposed)
            {
                _disposed = true;
                Move(flush: true);
            }
        }
    }

    private void Move(bool flush)
    {
        if (Fault is not null)
        {
            return;
        }

        try
        {
            // No more than a full ring at once: a fast writer must not keep the flush from coming.
            for (int i = 0; i < _ring.Capacity && _ring.TryRead(_record); i++)
            {
                _sink.Write(_record);
            }

            if (flush)
            {
                _sink.Flush();
                _lastFlush = _clock.GetTimestamp();
            }
        }
        catch (Exception exception)
        {
            Fault = exception;
        }
    }
}
