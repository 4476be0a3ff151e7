using System.Diagnostics;
using Interlock.Guard;
using Interlock.Robots.Cameras;
using Interlock.Robots.Simulated;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Tests.Loop;

namespace Interlock.Runtime.Tests.Soak;

/// <summary>Stretches of random faults, after each of which the policy has to move the robot again within a bound.</summary>
internal sealed class SoakRun : IDisposable
{
    private const long CameraMaxAgeNs = 150_000_000;
    private const double RecordForS = 60;

    private readonly SoakOptions _options;
    private readonly ILoopClock _clock;
    private readonly WholeLoop _whole;
    private readonly FaultInjector _faults;
    private readonly SoakPerson _person;
    private readonly long[] _stateTicks = new long[Enum.GetValues<SupervisorState>().Length];
    private SoakLog _log = null!;
    private long _renewedAtTick;
    private int _longestRecovery;

    public SoakRun(SoakOptions options, ILoopClock clock)
    {
        _options = options;
        _clock = clock;
        ActionGuard guard = new(LoopContracts.Arm(options.Channels, options.ControlHz));
        SoakPolicy policy = new(options.Channels, options.Seed, waits: options.IsLive);
        SoakRobot robot = new(new SimulatedArm(SimulatedArmOptions.For(guard.Contract) with { MeasurementRateHz = 250 }));
        SimulatedCamera camera = new(robot.Arm, new SimulatedCameraOptions { WidthPx = options.ImagePx, HeightPx = options.ImagePx });
        _whole = new WholeLoop(new WholeLoopOptions
        {
            Guard = guard,
            Clock = clock,
            Robot = robot,
            Policy = policy,
            Judge = policy,
            Delay = options.IsLive ? null : policy,
            HungAfterNs = options.IsLive ? 400_000_000 : 150_000_000,
            Cameras = [camera],
            CameraMaxAgeNs = CameraMaxAgeNs,
            Supervision = new SupervisorOptions
            {
                StopSettleMs = options.StopSettleMs,
                MissedTickLimit = options.IsLive ? 200 : 10,
                // Low, so that people are asked in a soak too.
                FailureLimit = 1,
                EventCapacity = 256,
            },
            MakeLog = whole => _log = new SoakLog(whole, ownThread: options.IsLive),
        });
        _faults = new FaultInjector(options, _whole, policy, robot, camera, _log);
        _person = new SoakPerson(_whole.Supervisor, options.PersonEveryTicks);
    }

    /// <summary>Runs until enough was seen, or until something was wrong.</summary>
    /// <param name="isEnough">Asked between the stretches, with faults so far and time so far.</param>
    public SoakReport Run(Func<long, TimeSpan, bool> isEnough)
    {
        if (_options.IsLive)
        {
            _whole.Cameras.Start();
        }

        long startNs = _clock.NowNs;
        _whole.Loop.Start();
        string? stuck = Recover();
        (long heap, int threads) = (0, 0);
        int bursts = 0;
        while (stuck is null && _log.Watch.Violation is null && !isEnough(_faults.Total, TimeSpan.FromMicroseconds((_clock.NowNs - startNs) / 1e3)))
        {
            Burst();
            stuck = Recover();
            // The first stretches fill caches, pools and compile what is hot.
            (heap, threads) = ++bursts == 3 ? Resources() : (heap, threads);
        }

        (long heapAfter, int threadsAfter) = Resources();
        long endNs = _whole.Loop.Timings.BeganAtNs;
        _log.Dispose();
        return new SoakReport
        {
            Ticks = _whole.Loop.Tick,
            MissedTicks = _whole.Loop.MissedTicks,
            ElapsedPeriods = (long)((endNs - startNs) * _options.ControlHz / 1e9),
            Commands = _log.Watch.Commands,
            Faults = _faults.Counts,
            StateTicks = _stateTicks,
            Bursts = bursts,
            LongestRecoveryTicks = _longestRecovery,
            Violation = _log.Watch.Violation,
            Stuck = stuck,
            StepsWritten = _log.Written,
            StepsDropped = _log.Dropped,
            HeapBytes = (heap, heapAfter),
            Threads = (threads, threadsAfter),
        };
    }

    public void Dispose()
    {
        _whole.Dispose();
        _log.Dispose();
    }

    private void Burst()
    {
        for (int i = 0; i < _options.BurstTicks; i++)
        {
            Tick(mayBegin: true);
        }
    }

    /// <summary>Until the policy has moved the robot for a while; what stands in the way when that takes too long.</summary>
    private string? Recover()
    {
        while (_faults.IsActive)
        {
            Tick(mayBegin: false);
        }

        int good = 0;
        for (int i = 1; i <= _options.RecoverWithinTicks; i++)
        {
            Tick(mayBegin: false);
            good = _whole.Loop.Motion is { Source: MotionSource.Policy, HasCommand: true } && _whole.Loop.Planner.PlanStep is not null ? good + 1 : 0;
            if (good == _options.GoodTicks)
            {
                _longestRecovery = Math.Max(_longestRecovery, i - good);
                return null;
            }
        }

        ControlLoop loop = _whole.Loop;
        return $"tick {loop.Tick}: {_whole.Supervisor.State}, {loop.Decision.Motion}, code {loop.Decision.Code ?? "none"}, source {loop.Motion.Source}, verdict {loop.Motion.Guarded.Verdict}, desk {_whole.Desk.Status}, rows ahead {_whole.Scheduler.RowsAhead}, failure {loop.Intake.FailureCode ?? "none"}";
    }

    private void Tick(bool mayBegin)
    {
        _faults.BeforeTick(mayBegin);
        if (!_options.IsLive)
        {
            _whole.Cameras.Poll();
        }

        _whole.Loop.RunTick();
        _stateTicks[(int)_whole.Loop.Decision.State]++;
        _person.Look(mayResume: !_faults.IsActive);
        if (_whole.Loop.Tick - _renewedAtTick > RecordForS * _options.ControlHz && !_faults.IsActive)
        {
            // A recording keeps an index of itself until it is finished; a session of hours is several files.
            _renewedAtTick = _whole.Loop.Tick;
            _log.Renew();
        }
    }

    private (long HeapBytes, int Threads) Resources()
    {
        _log.Renew();
        long heap = GC.GetTotalMemory(forceFullCollection: true);
        using Process process = Process.GetCurrentProcess();
        return (heap, process.Threads.Count);
    }
}
