using Interlock.Core.Randomness;
using Interlock.Robots.Cameras;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Tests.Loop;

namespace Interlock.Runtime.Tests.Soak;

/// <summary>Begins faults at random times and ends them again; several may overlap. Called between ticks.</summary>
internal sealed class FaultInjector(SoakOptions options, WholeLoop loop, SoakPolicy policy, SoakRobot robot, SimulatedCamera camera, SoakLog log)
{
    private const long StallNs = 15_000_000;
    private static readonly int Kinds = Enum.GetValues<SoakFault>().Length;
    private static readonly int Commands = Enum.GetValues<OperatorCommand>().Length;

    private readonly SeededRandom _random = new(options.Seed);
    private readonly int[] _left = new int[Kinds];
    private readonly double[] _human = new double[options.Channels];
    private long _humanSequence;

    /// <summary>Faults injected, by kind.</summary>
    public long[] Counts { get; } = new long[Kinds];

    public long Total => Counts.Sum();

    /// <summary>True while a fault lasts.</summary>
    public bool IsActive => _left.AsSpan().ContainsAnyExcept(0);

    public void BeforeTick(bool mayBegin)
    {
        if (mayBegin && _random.NextInt(options.FaultEveryTicks) == 0)
        {
            Begin((SoakFault)_random.NextInt(Kinds), 1 + _random.NextInt(options.LongestFaultTicks));
        }

        for (int fault = 0; fault < Kinds; fault++)
        {
            if (_left[fault] > 0 && --_left[fault] == 0)
            {
                Switch((SoakFault)fault, isOn: false);
            }
        }

        if (_left[(int)SoakFault.TakeOver] > 0)
        {
            Steer();
        }
    }

    private void Begin(SoakFault fault, int ticks)
    {
        Counts[(int)fault]++;
        bool isNew = _left[(int)fault] == 0;
        _left[(int)fault] = Math.Max(_left[(int)fault], ticks);
        if (isNew)
        {
            Switch(fault, isOn: true);
        }
    }

    private void Switch(SoakFault fault, bool isOn)
    {
        switch (fault)
        {
            case <= SoakFault.PolicyJump:
                policy.Fault = isOn ? fault : policy.Fault == fault ? null : policy.Fault;
                break;
            case SoakFault.CameraStall:
                camera.Fault = isOn ? CameraFault.Stalled : CameraFault.None;
                break;
            case SoakFault.LinkLoss:
                robot.Arm.IsLinkUp = !isOn;
                break;
            case SoakFault.RobotRefusing:
                robot.Refuses = isOn;
                break;
            case SoakFault.SensorFreeze:
                robot.Arm.IsSensorFrozen = isOn;
                break;
            case SoakFault.RecorderFault when isOn:
                log.Break();
                break;
            case SoakFault.RecorderFault:
                log.Renew();
                break;
            case SoakFault.ContractChange:
                loop.ContractChanged = isOn;
                break;
            default:
                Disturb(fault, isOn);
                break;
        }
    }

    private void Disturb(SoakFault fault, bool isOn)
    {
        switch (fault)
        {
            case SoakFault.LoopStall when isOn:
                Stall(_random.NextInt((int)StallNs));
                break;
            case SoakFault.OperatorCommand when isOn:
                loop.Supervisor.Post((OperatorCommand)_random.NextInt(Commands));
                break;
            case SoakFault.TakeOver when isOn:
                Steer();
                loop.Supervisor.Post(OperatorCommand.TakeOver);
                break;
            case SoakFault.TakeOver:
                loop.Supervisor.Post(OperatorCommand.HandBack);
                break;
            default:
                break;
        }
    }

    private void Stall(long ns) => loop.Options.Clock.WaitUntil(loop.Options.Clock.NowNs + ns);

    private void Steer()
    {
        _human.AsSpan().Fill(0.3 * Math.Sin(_humanSequence * 0.002));
        loop.Human.Submit(_human, _humanSequence++, loop.Options.Clock.NowNs);
    }
}
