using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Guard;
using Interlock.Policies;
using Interlock.Policies.Scheduling;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Robots;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Meaning;
using Interlock.Runtime.Sensing;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Takeover;
using Interlock.Runtime.Tests.Soak;
using Interlock.Runtime.Trajectory;

namespace Interlock.Runtime.Tests.Loop;

/// <summary>Every room joined to a running loop, as a session joins them: policy, schedule, brake, supervisor, guard, robot, cameras.</summary>
internal sealed class WholeLoop : IRunWatch, IDisposable
{
    public WholeLoop(WholeLoopOptions options)
    {
        Options = options;
        ActionGuard guard = options.Guard;
        SafetyContract contract = guard.Contract;
        PolicyDescription policy = options.Policy.Description;
        LoopRates rates = new(contract.RateHz!.Value, options.PolicyHz);
        DiagnosticCollector findings = new();
        ChunkMeaning? meaning = ChunkMeaning.TryMake(contract, null, policy.ActionDimension, policy.MaxRows, findings);
        findings.ThrowIfErrors();
        Supervisor = new Supervisor(options.Supervision);
        Human = new HumanControl(guard.ChannelCount);
        Cameras = new CameraHub(options.Cameras.Select(camera => new CameraFeed(camera, options.CameraMaxAgeNs)), options.Clock);
        InferenceJob job = new(new InferenceParts
        {
            Main = new PolicySlot(options.Policy, meaning!),
            Cameras = Cameras,
            Clock = options.Clock,
            Time = TimeProvider.System,
            Timeout = options.Timeout,
            Judge = options.Judge,
        });
        Desk = options.Delay is { } delay ? new InlineDesk(job, options.Clock, delay) : new ThreadedDesk(job, options.Clock);
        Scheduler = new ChunkScheduler(
            new ChunkScheduleOptions { PolicyRateHz = options.PolicyHz, ControlRateHz = rates.ControlHz, Blending = ChunkBlending.CrossFade }, guard.ChannelCount, policy.MaxRows);
        options.Robot.Connect();
        Loop = new ControlLoop(new LoopParts
        {
            Clock = options.Clock,
            Rates = rates,
            Robot = options.Robot,
            Guard = guard,
            Scheduler = Scheduler,
            Brake = new PathBrake(contract, rates.ControlHz),
            OnStarvation = Starvation.Hold,
            Supervisor = Supervisor,
            Human = Human,
            Desk = Desk,
            Cameras = Cameras,
            HungAfterNs = options.HungAfterNs,
            StarvationGraceNs = 0,
            Log = options.MakeLog(this),
            Watch = this,
        });
    }

    public WholeLoopOptions Options { get; }

    public ControlLoop Loop { get; }

    public Supervisor Supervisor { get; }

    public HumanControl Human { get; }

    public CameraHub Cameras { get; }

    public IInferenceDesk Desk { get; }

    public ChunkScheduler Scheduler { get; }

    public bool ContractChanged { get; set; }

    public bool StatisticsChanged { get; set; }

    public bool EpisodeDone(long nowNs) => false;

    /// <summary>What a recording of this loop has to know.</summary>
    public static FlightLayout LayoutOf(ActionGuard guard, int policyDimension) => new()
    {
        Channels = [.. guard.Contract.Channels.Select(channel => channel.Name)],
        Units = [.. guard.Contract.Channels.Select(channel => channel.Unit)],
        PolicyDimension = policyDimension,
        RateHz = guard.Contract.RateHz!.Value,
        Monitors = [.. guard.Monitors.Select(monitor => monitor.Name)],
        Verdicts = EnumWord.All<Verdict>(),
        SupervisorStates = EnumWord.All<SupervisorState>(),
        ActionSources = EnumWord.All<MotionSource>(),
    };

    /// <summary>Begins a recording of this loop.</summary>
    public FlightRecorder Record(FlightRecorderOptions recording) => FlightRecorder.Start(
        recording,
        LayoutOf(Options.Guard, Options.Policy.Description.ActionDimension),
        new FlightSession { RunId = "test", StartMonotonicNs = Options.Clock.NowNs, StartUtcNs = Options.Clock.UtcNs },
        TimeProvider.System);

    /// <summary>Ticks, with a person who arms and starts, until the plan moves the robot.</summary>
    public WholeLoop Started()
    {
        SoakPerson person = new(Supervisor, everyTicks: 5);
        Loop.Start();
        for (int i = 0; i < 20_000 && Loop.Motion.Source != MotionSource.Policy; i++)
        {
            Tick(1);
            person.Look(mayResume: true);
        }

        return Loop.Motion.Source == MotionSource.Policy ? this : throw new InvalidOperationException($"it does not run: {Supervisor.State}, {Loop.Decision.Code}");
    }

    public void Tick(int ticks)
    {
        for (int i = 0; i < ticks; i++)
        {
            Loop.RunTick();
        }
    }

    public void Dispose()
    {
        Cameras.Dispose();
        Desk.Dispose();
        Options.Robot.Dispose();
    }
}
