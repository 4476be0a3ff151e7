using Interlock.Cli.Verbs.Profile;
using Interlock.Guard;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Robots.Recording;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Journal;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Tests.Loop;
using Interlock.Runtime.Tests.Soak;

namespace Interlock.Bench.Loop;

/// <summary>
/// The whole loop at 1 kHz with every monitor of the guard and, where asked for, the recorder. The robot takes commands and computes nothing,
/// the policy answers at once: what is left is the loop's own work.
/// </summary>
internal sealed class RecordedLoop : IDisposable
{
    public const double ControlHz = 1000;
    private const double PolicyHz = 20;
    private const long AnswerNs = 40_000_000;

    private FlightRecorder? _recorder;

    public RecordedLoop(int channels, ILoopClock clock, bool records, FlightRecorderOptions? recording = null)
    {
        ActionGuard guard = ProfiledGuard.Full(channels, ControlHz);
        Whole = new WholeLoop(new WholeLoopOptions
        {
            Guard = guard,
            Clock = clock,
            Robot = NullRobot.For(guard.Contract),
            Policy = new SinePolicy(channels),
            PolicyHz = PolicyHz,
            // Alarms cost what they cost and hold nobody here; neither does the compiler.
            Supervision = new SupervisorOptions { OnAlarm = AlarmReaction.Note, MissedTickLimit = 100_000, TickGapLimitMs = null },
            Delay = new FixedDelay(AnswerNs),
            MakeLog = whole => records ? Log(whole, recording) : new SilentLog(),
        });
        Whole.Started();
    }

    public WholeLoop Whole { get; }

    /// <summary>One tick; false when the policy computed in it, which is the policy thread's work.</summary>
    public bool Tick()
    {
        bool wasBusy = Whole.Desk.Status == DeskStatus.Busy;
        Whole.Loop.RunTick();
        return wasBusy || Whole.Desk.Status != DeskStatus.Busy;
    }

    /// <summary>A loop that holds costs less than one that moves.</summary>
    public void RequireMotion()
    {
        if (Whole.Loop.Motion.Source != MotionSource.Policy)
        {
            throw new InvalidOperationException($"the loop does not move: {Whole.Supervisor.State}, {Whole.Loop.Decision.Code}, {Whole.Loop.Motion.Guarded.Verdict}");
        }
    }

    /// <summary>The recorder's own thread's work, done here.</summary>
    public void Pump() => _recorder?.Pump();

    public void Dispose()
    {
        Whole.Dispose();
        _recorder?.Dispose();
    }

    private FlightTickLog Log(WholeLoop whole, FlightRecorderOptions? recording)
    {
        _recorder = whole.Record(recording ?? new FlightRecorderOptions { OpenStream = () => new BreakableStream(), OwnThread = false });
        return new FlightTickLog(_recorder, whole.Options.Clock, whole.Options.Guard, whole.Supervisor, pumps: false);
    }
}
