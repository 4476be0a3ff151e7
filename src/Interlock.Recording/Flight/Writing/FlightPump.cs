using System.Runtime.InteropServices;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Recording.Flight.Writing;

/// <summary>Moves what waits in the intake to the file and flushes it at an interval. The first fault of the file ends the recording.</summary>
internal sealed class FlightPump : IDisposable
{
    private readonly FlightIntake _intake;
    private readonly FlightFile _file;
    private readonly FlightRecorderOptions _options;
    private readonly TimeProvider _clock;
    private readonly StepFrame _step;
    private readonly byte[] _event;
    private readonly Lock _pumping = new();
    private long _lastFlush;
    private ulong _lastFlushedNs;
    private long _stepsWritten;
    private long _stepsLost;
    private long _eventsLost;
    private long _bytesWritten;
    private Diagnostic? _fault;
    private bool _disposed;

    public FlightPump(FlightIntake intake, FlightFile file, FlightRecorderOptions options, TimeProvider clock)
    {
        _intake = intake;
        _file = file;
        _options = options;
        _clock = clock;
        _step = new StepFrame(intake.Layout);
        _event = new byte[intake.Events.RecordBytes];
        _lastFlush = clock.GetTimestamp();
    }

    public bool HasFailed => Volatile.Read(ref _fault) is not null;

    public FlightHealth Health() => new(
        Interlocked.Read(ref _stepsWritten),
        _intake.Steps.Dropped + Interlocked.Read(ref _stepsLost),
        _intake.Events.Dropped + Interlocked.Read(ref _eventsLost),
        _intake.ItemsDropped,
        Interlocked.Read(ref _bytesWritten),
        Volatile.Read(ref _fault));

    public void Pump()
    {
        lock (_pumping)
        {
            if (!_disposed)
            {
                Guarded(MoveAndFlush);
            }
        }
    }

    public void Dispose()
    {
        lock (_pumping)
        {
            if (_disposed)
            {
                return;
            }

            Guarded(Move);
            _intake.Close();
            Guarded(Move);
            Guarded(Finish);
            Close();
            _disposed = true;
        }
    }

    private void Guarded(Action work)
    {
        if (_fault is not null)
        {
            Discard();
            return;
        }

        try
        {
            work();
        }
        catch (Exception exception)
        {
            End(exception);
        }
    }

    private void Finish()
    {
        _file.Finish(_intake.Outcome, Health());
        Interlocked.Exchange(ref _bytesWritten, (long)_file.BytesWritten);
    }

    private void Close()
    {
        try
        {
            _file.Dispose();
        }
        catch (Exception exception)
        {
            End(exception);
        }
    }

    // Whatever the file throws is the recording's end and nobody else's.
    private void End(Exception exception)
    {
        Volatile.Write(ref _fault, _fault ?? FlightErrors.Ended(_options.Path, exception));
        _intake.Close();
        Discard();
    }

    private void MoveAndFlush()
    {
        Move();
        if (FlushIsDue())
        {
            _file.Flush();
            _lastFlush = _clock.GetTimestamp();
            _lastFlushedNs = _file.NewestNs;
        }

        _file.Pumped();
        Interlocked.Exchange(ref _bytesWritten, (long)_file.BytesWritten);
    }

    // A pumping caller's clock may stand still or jump: there the time of the steps counts, and equal calls give equal bytes.
    private bool FlushIsDue() => _options.OwnThread
        ? _clock.GetElapsedTime(_lastFlush) >= _options.FlushInterval
        : _file.NewestNs >= _lastFlushedNs + (ulong)(_options.FlushInterval.TotalSeconds * FlightFile.NsPerS);

    private void Move()
    {
        MoveSteps();
        MoveEvents();
        while (_intake.TryTake(out FlightItem? item))
        {
            _file.Write(item);
        }

        Interlocked.Exchange(ref _bytesWritten, (long)_file.BytesWritten);
    }

    // No more than a full ring at once: a fast writer must not keep the flush from coming.
    private void MoveSteps()
    {
        for (int i = 0; i < _intake.Steps.Capacity && _intake.Steps.TryRead(_step.Buffer()); i++)
        {
            _step.Unpack();
            _file.Write(_step);
            Interlocked.Increment(ref _stepsWritten);
        }
    }

    private void MoveEvents()
    {
        for (int i = 0; i < _intake.Events.Capacity && _intake.Events.TryRead(_event); i++)
        {
            _file.Write(MemoryMarshal.Read<FlightEvent>(_event));
        }
    }

    private void Discard()
    {
        while (_intake.Steps.TryRead(_step.Buffer()))
        {
            Interlocked.Increment(ref _stepsLost);
        }

        while (_intake.Events.TryRead(_event))
        {
            Interlocked.Increment(ref _eventsLost);
        }

        while (_intake.TryTake(out _))
        {
            _intake.CountDroppedItem();
        }
    }
}
