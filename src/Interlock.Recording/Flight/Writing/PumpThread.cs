namespace Interlock.Recording.Flight.Writing;

/// <summary>The recorder's own thread. It looks after its rings at an interval; nobody has to wake it, which would cost the control thread a system call.</summary>
internal sealed class PumpThread : IDisposable
{
    // Pumps this many times in a flush interval, so that the ring may be small.
    private const int PumpsPerFlush = 10;

    private readonly FlightPump _pump;
    private readonly TimeSpan _interval;
    private readonly ManualResetEvent _stop = new(false);
    private readonly Thread _thread;

    public PumpThread(FlightPump pump, TimeSpan flushInterval)
    {
        _pump = pump;
        _interval = flushInterval / PumpsPerFlush;
        _thread = new Thread(Run) { IsBackground = true, Name = "interlock recorder" };
        _thread.Start();
    }

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Run()
    {
        while (!_stop.WaitOne(_interval))
        {
            _pump.Pump();
        }
    }
}
