using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Session.Gate;
using Interlock.Runtime.Session.Making;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Takeover;

namespace Interlock.Runtime.Session;

/// <summary>
/// One deployment from a run file: gate, policy, guard, robot, supervisor and recorder, joined by the loop. Preparing moves nothing; nothing
/// moves before <see cref="OperatorCommand.Arm"/> and <see cref="OperatorCommand.Start"/>. Its stops are software stops.
/// </summary>
public sealed class RunSession : IDisposable
{
    private const int AttendEveryTicks = 10;
    private const double MsPerS = 1e3;

    // Longer than any robot takes to answer; ours.
    private const double PatienceS = 60;

    private readonly SessionParts _parts;
    private readonly ControlLoop _loop;
    private readonly EpisodeTally _tally;
    private readonly Conductor _conductor;
    private readonly Narrator _narrator;
    private bool _isDisposed;

    private RunSession(SessionParts parts)
    {
        _parts = parts;
        _loop = new ControlLoop(parts.Loop);
        _tally = new EpisodeTally(parts.Loop.Rates.ControlHz, parts.Loop.Guard);
        _conductor = new Conductor(parts, _loop, _tally);
        _narrator = new Narrator(parts.Loop.Supervisor.Events, parts.Answers, parts.Recorder);
    }

    /// <summary>Things a person should know before the start, a sentence each.</summary>
    public IReadOnlyList<string> Notes => _parts.Notes;

    /// <summary>The recording; null without one.</summary>
    public string? RecordingPath => _parts.RecordingPath;

    /// <summary>True when the file says so; simulated robots only.</summary>
    public bool StartsByItself => _parts.Settings.Supervisor.AutoStart;

    /// <summary>Commands per second.</summary>
    public double ControlHz => _parts.Loop.Rates.ControlHz;

    /// <summary>Where it stands; from any thread.</summary>
    public SupervisorState State => _parts.Loop.Supervisor.State;

    /// <summary>Channels of a command, as the guard keeps them.</summary>
    public IReadOnlyList<ChannelContract> Channels => _parts.Loop.Guard.Contract.Channels;

    /// <summary>Monotonic time of the loop's clock, ns: the time stamp of a person's action.</summary>
    public long NowNs => _parts.Loop.Clock.NowNs;

    /// <summary>Where a person's actions go in.</summary>
    public HumanControl Human => _parts.Loop.Human;

    /// <summary>Reads everything, makes everything, connects to policy and robot, runs the gate. Nothing moves.</summary>
    /// <param name="file">The run file.</param>
    /// <param name="options">Clocks and version.</param>
    /// <param name="cancellation">Ends connecting.</param>
    /// <exception cref="DiagnosticException">Something cannot be read, made or reached; the codes say what.</exception>
    public static Preparation Prepare(RunFile file, SessionOptions options, CancellationToken cancellation)
    {
        SessionFiles files = SessionFiles.Read(file);
        MadeRobot robot = RobotMaking.Make(file.Settings.Robot, files.Contract, file.Settings.Run.Seed);
        try
        {
            GateDecision? gate = SessionGate.Run(file, files, robot, options);
            if (gate is { Report.MayStart: false })
            {
                robot.Robot.Dispose();
                return new Preparation(null, gate);
            }

            SessionGate.RequireSimulation(file, robot);
            SessionParts parts = new SessionMaking(file, files, options, gate).Make(robot, cancellation);
            options.Live?.Session = new WatchedSession(parts, WatchedParameters.Of(file, files.Contract), gate?.Level);
            return new Preparation(new RunSession(parts), gate);
        }
        catch
        {
            robot.Robot.Dispose();
            throw;
        }
    }

    /// <summary>A person said that it may start: armed and started as soon as the robot answers. From any thread.</summary>
    public void StartWhenReady() => _conductor.StartWhenReady();

    /// <summary>Asks something of the supervisor; false when it found no room. From any thread.</summary>
    public bool Post(OperatorCommand command) => _parts.Loop.Supervisor.Post(command);

    /// <summary>Copies the newest command that the robot took, one value per channel; false before the first. From any thread.</summary>
    public bool TryLastCommand(Span<double> command) => _loop.LastCommand.TryLook(command);

    /// <summary>What is wrong while stopped, for the person who is about to reset.</summary>
    public StopReport WhatWasWrong() => _parts.Loop.Supervisor.WhatWasWrong();

    /// <summary>What happened since the last call, a sentence each; looks after the contract's file as well. Call it a few times a second, from one thread.</summary>
    public IReadOnlyList<Happening> Attend()
    {
        _parts.Contract.Look();
        return _narrator.Tell();
    }

    /// <summary>
    /// Runs until every episode is over, a stop is final or it is cancelled; then the session is over and its recording finished. On a virtual
    /// clock nothing waits.
    /// </summary>
    /// <param name="cancellation">Ends the run: the robot is braked first.</param>
    /// <param name="heard">Told what happened, on a virtual clock, where nobody else could ask; null for nobody.</param>
    public RunOutcome Run(CancellationToken cancellation, Action<Happening>? heard = null)
    {
        try
        {
            return Drive(heard, cancellation);
        }
        catch
        {
            // Nobody commands the robot any more: its own controller has to stop it.
            _parts.Loop.Robot.RequestStop();
            Dispose();
            throw;
        }
    }

    /// <summary>Lets go of policy and robot and finishes the recording; a recording without a single tick is removed.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _parts.Options.Live?.Session = null;
        _parts.Loop.Cameras.Dispose();
        _parts.Loop.Desk.Dispose();
        _parts.Loop.Robot.Dispose();
        _parts.Recorder?.Dispose();
        if (_loop.Tick == 0 && RecordingPath is { } empty)
        {
            File.Delete(empty);
        }
    }

    private RunOutcome Drive(Action<Happening>? heard, CancellationToken cancellation)
    {
        Begin();
        while (!_conductor.IsDone && !cancellation.IsCancellationRequested && !IsFinal())
        {
            Tick(heard);
        }

        bool interrupted = !_conductor.IsDone;
        bool gaveUp = interrupted && !cancellation.IsCancellationRequested;
        ComeToRest(interrupted, heard);
        return Outcome(interrupted) with { GaveUp = gaveUp };
    }

    private void RaisePriority()
    {
        if (_parts.Settings.Loop.Priority == LoopPriority.Fifo && RealTimePriority.TryRaise() is { } refusal)
        {
            _parts.Answers.Tell(null, refusal, source: "loop");
        }
    }

    private void Begin()
    {
        _parts.Job.BeginEpisode(_parts.Robot.Table?.Start.Seeds.Policy ?? _parts.Settings.Run.Seed);
        _parts.Answers.BeginEpisode();
        if (!_parts.Options.IsVirtual)
        {
            // Before the priority is raised: a thread inherits it, and cameras must not hold up the loop.
            _parts.Loop.Cameras.Start();
            RaisePriority();
        }

        _loop.Start();
    }

    private void Tick(Action<Happening>? heard)
    {
        if (_parts.Options.IsVirtual)
        {
            _parts.Loop.Cameras.Poll();
        }

        _loop.RunTick();
        _conductor.AfterTick();
        _parts.Options.Trial?.AfterTick(_loop, _parts.Loop);
        if (_parts.Options.IsVirtual && _loop.Tick % AttendEveryTicks == 0)
        {
            TellAll(heard);
        }
    }

    private void TellAll(Action<Happening>? heard)
    {
        foreach (Happening happening in Attend())
        {
            heard?.Invoke(happening);
        }
    }

    // A run that starts by itself has nobody who could reset it or answer; elsewhere the person at the robot decides. On a virtual clock
    // nobody is there to start it either.
    private bool IsFinal() => (StartsByItself && IsOver()) || ((StartsByItself || _parts.Options.IsVirtual) && _conductor.WaitedS > PatienceS);

    // A robot that does not take the last commands of its stop never comes to rest as far as this loop knows.
    private bool IsOver() => State switch
    {
        SupervisorState.Stopped => _loop.IsAtRest || _conductor.WaitedS * MsPerS >= _parts.Settings.Supervisor.StopSettleMs,
        SupervisorState.AwaitingHuman or SupervisorState.Holding =>
            _loop.IsAtRest && _parts.Episodes.ElapsedS(_parts.Loop.Clock.NowNs) > _parts.Settings.Run.DurationS,
        _ => false,
    };

    private void ComeToRest(bool interrupted, Action<Happening>? heard)
    {
        if (interrupted && State is not (SupervisorState.Idle or SupervisorState.Armed or SupervisorState.Stopped))
        {
            Post(OperatorCommand.Pause);
        }

        long deadline = _parts.Loop.Clock.NowNs + (long)(_parts.Settings.Supervisor.StopSettleMs * 1e6);
        do
        {
            Tick(heard);
        }
        while (!_loop.IsAtRest && _parts.Loop.Clock.NowNs < deadline);
        if (_parts.Options.IsVirtual)
        {
            TellAll(heard);
        }
    }

    private RunOutcome Outcome(bool interrupted)
    {
        if (interrupted)
        {
            _conductor.EndEarly();
        }

        IReadOnlyList<Happening> last = Attend();
        _parts.Recorder?.SetOutcome(OutcomeMaking.Success(_tally));
        Dispose();
        return OutcomeMaking.Make(_parts, _loop, _tally) with { LastHappenings = last, IsInterrupted = interrupted };
    }
}
