using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Guard;
using Interlock.Guard.Calibration;
using Interlock.Policies.Scheduling;
using Interlock.Recording.Flight;
using Interlock.Robots.Cameras;
using Interlock.Robots.Recording;
using Interlock.Robots.Simulated;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Journal;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Meaning;
using Interlock.Runtime.Sensing;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Takeover;
using Interlock.Runtime.Trajectory;

namespace Interlock.Runtime.Campaign.World;

/// <summary>One robot cell on a virtual clock: the deployed loop and its parts around a simulated arm, a camera and a scripted policy.</summary>
internal sealed class CampaignCell : IDisposable
{
    public const long CameraMaxAgeNs = 100_000_000;

    /// <summary>The policy is asked again after this many rows of an answer.</summary>
    public const int RecomputeEverySteps = 12;

    private const long HungAfterNs = 800_000_000;
    private const long StarvationGraceNs = 100_000_000;
    private const double TimeoutS = 1;
    private const int CommandsKept = 4096;

    private const int PicturePx = 16;
    private const double StateNoise = 2e-5;

    private readonly CameraHub _cameras;

    /// <param name="calibration">What the guard's alarms learnt; null for a guard without alarms.</param>
    /// <param name="seed">Of the motion, its unrest, delays and noise.</param>
    /// <param name="records">False for a cell without a recorder.</param>
    public CampaignCell(GuardCalibration? calibration, ulong seed, bool records = true)
    {
        SeededRandom seeds = new(seed);
        int channels = Contract.Channels.Count;
        Arm = new SimulatedArm(ArmOptions(seeds.NextBits()));
        Robot = new RecordingRobot(Arm, CommandsKept);
        Camera = new SimulatedCamera(Arm, new SimulatedCameraOptions { WidthPx = PicturePx, HeightPx = PicturePx, Seed = seeds.NextBits() });
        Feed = new CameraFeed(Camera, CameraMaxAgeNs);
        _cameras = new CameraHub([Feed], Clock);
        Guard = new ActionGuard(Contract, new ActionGuardOptions { Calibration = calibration });
        Policy = new CampaignPolicy(channels, seeds.NextBits());
        Delay = new CampaignDelay(new SeededRandom(seeds.NextBits()));
        Desk = new WatchedDesk(Inference(channels), Clock, Delay, Policy);
        Scheduler = new ChunkScheduler(
            new ChunkScheduleOptions { PolicyRateHz = CampaignPolicy.RateHz, ControlRateHz = CampaignContract.ControlHz, RecomputeEverySteps = RecomputeEverySteps },
            channels,
            CampaignPolicy.Rows);
        Recorder = records ? CampaignRecording.Start(Store, Guard, Clock) : null;
        Robot.Connect();
        Loop = new ControlLoop(Parts(channels));
        Loop.Start();
    }

    public VirtualClock Clock { get; } = new();

    public SafetyContract Contract { get; } = CampaignContract.Make();

    public SimulatedArm Arm { get; }

    public RecordingRobot Robot { get; }

    public SimulatedCamera Camera { get; }

    public CameraFeed Feed { get; }

    public ActionGuard Guard { get; }

    public Supervisor Supervisor { get; } = new(new SupervisorOptions());

    public CampaignPolicy Policy { get; }

    public CampaignDelay Delay { get; }

    public WatchedDesk Desk { get; }

    public ChunkScheduler Scheduler { get; }

    public FragileStream Store { get; } = new();

    /// <summary>Null in a cell that records nothing.</summary>
    public FlightRecorder? Recorder { get; }

    public CampaignWatch Watch { get; } = new();

    public ControlLoop Loop { get; }

    /// <summary>Called after every tick; null for nobody.</summary>
    public Action? AfterTick { get; set; }

    /// <summary>Lets the camera deliver, and the loop tick once.</summary>
    public void Tick()
    {
        _cameras.Poll();
        Watch.Contract?.Look();
        Loop.RunTick();
        AfterTick?.Invoke();
    }

    public void Dispose()
    {
        Recorder?.Dispose();
        Desk.Dispose();
        _cameras.Dispose();
        Robot.Dispose();
    }

    private SimulatedArmOptions ArmOptions(ulong seed)
    {
        SimulatedArmOptions options = SimulatedArmOptions.For(Contract);
        return options with { Seed = seed, Channels = [.. options.Channels.Select(channel => channel with { NoiseDeviation = StateNoise })] };
    }

    private InferenceParts Inference(int channels)
    {
        DiagnosticCollector findings = new();
        ChunkMeaning? meaning = ChunkMeaning.TryMake(Contract, null, channels, CampaignPolicy.Rows, findings);
        findings.ThrowIfErrors();
        return new InferenceParts
        {
            Main = new PolicySlot(Policy, meaning!),
            Cameras = _cameras,
            Clock = Clock,
            Time = new TimelessProvider(),
            Timeout = TimeSpan.FromSeconds(TimeoutS),
        };
    }

    private LoopParts Parts(int channels) => new()
    {
        Clock = Clock,
        Rates = new LoopRates(CampaignContract.ControlHz, CampaignPolicy.RateHz),
        Robot = Robot,
        Guard = Guard,
        Scheduler = Scheduler,
        Brake = new PathBrake(Contract, CampaignContract.ControlHz),
        OnStarvation = Starvation.Hold,
        Supervisor = Supervisor,
        Human = new HumanControl(channels),
        Desk = Desk,
        Cameras = _cameras,
        HungAfterNs = HungAfterNs,
        StarvationGraceNs = StarvationGraceNs,
        Log = Recorder is null ? new SilentLog() : new FlightTickLog(Recorder, Clock, Guard, Supervisor, pumps: true),
        Watch = Watch,
    };
}
