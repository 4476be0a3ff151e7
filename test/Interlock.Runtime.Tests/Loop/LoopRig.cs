using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.Guard;
using Interlock.Policies;
using Interlock.Policies.Local;
using Interlock.Policies.Scheduling;
using Interlock.Robots.Recording;
using Interlock.Robots.Simulated;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Meaning;
using Interlock.Runtime.Sensing;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Takeover;
using Interlock.Runtime.Trajectory;
using Xunit;

namespace Interlock.Runtime.Tests.Loop;

/// <summary>A loop on a virtual clock: a policy that moves every channel on a slow sine, a simulated arm that records what it got.</summary>
internal sealed class LoopRig : ITickLog, IRunWatch
{
    public const int Rows = 20;

    public LoopRig(int channels = 3, double controlHz = 100, double policyHz = 20, long latencyNs = 60_000_000, Action<PolicyRequest, PolicyChunk>? policy = null)
    {
        Contract = ContractOf(channels, controlHz);
        Arm = new SimulatedArm(SimulatedArmOptions.For(Contract));
        Robot = new RecordingRobot(Arm, capacity: 4096);
        Robot.Connect();
        Guard = new ActionGuard(Contract);
        Supervisor = new Supervisor(new SupervisorOptions { FailureLimit = 3 });
        Human = new HumanControl(channels);
        LoopRates rates = new(controlHz, policyHz);
        PolicyDescription description = new() { Name = "sine", Kind = "scripted", ActionDimension = channels, MaxRows = Rows };
        DiagnosticCollector findings = new();
        ChunkMeaning meaning = ChunkMeaning.TryMake(Contract, null, channels, Rows, findings)!;
        Cameras = new CameraHub([], Clock);
        Policy = policy ?? Sine(policyHz);
        Delay = new FixedDelay(latencyNs);
        Desk = new InlineDesk(
            new InferenceJob(new InferenceParts
            {
                Main = new PolicySlot(new FunctionPolicy(description, (request, chunk) => Policy(request, chunk)), meaning),
                Cameras = Cameras,
                Clock = Clock,
                Time = TimeProvider.System,
                Timeout = TimeSpan.FromSeconds(1),
            }),
            Clock,
            Delay);
        Scheduler = new ChunkScheduler(new ChunkScheduleOptions { PolicyRateHz = policyHz, ControlRateHz = controlHz }, channels, Rows);
        Loop = new ControlLoop(new LoopParts
        {
            Clock = Clock,
            Rates = rates,
            Robot = Robot,
            Guard = Guard,
            Scheduler = Scheduler,
            Brake = new PathBrake(Contract, controlHz),
            OnStarvation = Starvation.Hold,
            Supervisor = Supervisor,
            Human = Human,
            Desk = Desk,
            Cameras = Cameras,
            HungAfterNs = 2_000_000_000,
            StarvationGraceNs = 0,
            Log = this,
            Watch = this,
        });
    }

    public VirtualClock Clock { get; } = new();

    public SafetyContract Contract { get; }

    public SimulatedArm Arm { get; }

    public RecordingRobot Robot { get; }

    public ActionGuard Guard { get; }

    public Supervisor Supervisor { get; }

    public HumanControl Human { get; }

    public CameraHub Cameras { get; }

    public IInferenceDesk Desk { get; }

    public FixedDelay Delay { get; }

    public ChunkScheduler Scheduler { get; }

    public ControlLoop Loop { get; }

    public Action<PolicyRequest, PolicyChunk> Policy { get; set; }

    public bool HasFailed { get; set; }

    public bool ContractChanged { get; set; }

    public bool StatisticsChanged { get; set; }

    public bool EpisodeDone(long nowNs) => false;

    /// <summary>Where ticks are recorded; null for nowhere.</summary>
    public ITickLog? Journal { get; set; }

    public void Write(in TickView tick) => Journal?.Write(tick);

    /// <summary>Arms, starts and runs until the plan moves the arm.</summary>
    public LoopRig Started()
    {
        Loop.Start();
        Run(5);
        Assert.True(Supervisor.Post(OperatorCommand.Arm));
        Run(5);
        Supervisor.Post(OperatorCommand.Start);
        Run(30);
        Assert.Equal(SupervisorState.Running, Supervisor.State);
        return this;
    }

    public void Run(int ticks)
    {
        for (int i = 0; i < ticks; i++)
        {
            Loop.RunTick();
        }
    }

    /// <summary>Runs until something holds; the number of ticks it took.</summary>
    public int RunUntil(Func<bool> seen, int atMost)
    {
        for (int i = 1; i <= atMost; i++)
        {
            Loop.RunTick();
            if (seen())
            {
                return i;
            }
        }

        Assert.Fail($"not seen within {atMost} ticks; state {Supervisor.State}, motion {Loop.Decision.Motion}, code {Loop.Decision.Code}");
        return 0;
    }

    public static Action<PolicyRequest, PolicyChunk> Sine(double policyHz) => (request, chunk) =>
    {
        chunk.Reset(Rows);
        for (int row = 0; row < Rows; row++)
        {
            double angle = 0.4 * (1 - Math.Cos((request.Observation.Step + row) / policyHz));
            chunk.Row(row).Fill(angle);
        }
    };

    private static SafetyContract ContractOf(int channels, double rateHz) => new()
    {
        Name = "rig",
        RateHz = rateHz,
        Space = ActionSpace.JointPosition,
        Channels =
        [
            .. Enumerable.Range(0, channels).Select(i => new ChannelContract
            {
                Name = $"j{i}",
                Unit = ChannelUnit.Radian,
                Min = -1.5,
                Max = 1.5,
                MaxVelocity = 1.5,
                MaxAcceleration = 15,
            }),
        ],
    };
}
