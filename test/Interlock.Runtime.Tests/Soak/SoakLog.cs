using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Journal;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Tests.Loop;

namespace Interlock.Runtime.Tests.Soak;

/// <summary>Records into a stream that can break, and watches the commands; somebody puts in another disk after it broke.</summary>
internal sealed class SoakLog : ITickLog, IDisposable
{
    private readonly WholeLoop _loop;
    private readonly bool _ownThread;
    private readonly ContractWatch _watch;
    private BreakableStream _stream = new();
    private FlightRecorder _recorder;
    private FlightTickLog _log;
    private bool _isOver;

    public SoakLog(WholeLoop loop, bool ownThread)
    {
        _loop = loop;
        _ownThread = ownThread;
        _watch = new ContractWatch(loop.Options.Guard.Contract);
        (_recorder, _log) = Begin();
    }

    public ContractWatch Watch => _watch;

    public bool HasFailed => _log.HasFailed;

    public long Dropped { get; private set; }

    public long Written { get; private set; }

    public void Break() => _stream.Break();

    public void Write(in TickView tick)
    {
        _watch.Observe(tick);
        _log.Write(tick);
    }

    /// <summary>Ends the recording and begins another.</summary>
    public void Renew()
    {
        End();
        _stream = new BreakableStream();
        (_recorder, _log) = Begin();
    }

    public void Dispose()
    {
        if (!_isOver)
        {
            _isOver = true;
            End();
        }

        _stream.Dispose();
    }

    private void End()
    {
        _recorder.Dispose();
        Dropped += _recorder.Health.Fault is null ? _recorder.Health.StepsDropped : 0;
        Written += _recorder.Health.StepsWritten;
    }

    private (FlightRecorder Recorder, FlightTickLog Log) Begin()
    {
        FlightRecorder recorder = _loop.Record(new FlightRecorderOptions { OpenStream = () => _stream, OwnThread = _ownThread });
        return (recorder, new FlightTickLog(recorder, _loop.Options.Clock, _loop.Options.Guard, _loop.Supervisor, pumps: !_ownThread));
    }
}
