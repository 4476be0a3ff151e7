using Interlock.Core.Randomness;
using Interlock.Guard;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Supervision;

/// <summary>Random sequences of faults and commands. INTERLOCK_SUPERVISOR_RUNS widens the population.</summary>
public sealed class SupervisorPropertyTests
{
    private const int TicksPerRun = 400;

    private static readonly OperatorCommand[] Commands = Enum.GetValues<OperatorCommand>();
    private static readonly Func<SupervisorInput, SupervisorInput>[] Spoilers = [.. Faults.All.Values];

    private static int Runs => int.TryParse(Environment.GetEnvironmentVariable("INTERLOCK_SUPERVISOR_RUNS"), out int runs) ? runs : 2000;

    [Fact]
    public void No_sequence_breaks_what_is_promised()
    {
        for (int run = 0; run < Runs; run++)
        {
            Check(new SeededRandom((ulong)run + 1));
        }
    }

    [Fact]
    public void The_same_inputs_give_the_same_decisions_and_events()
    {
        Assert.Equal(Trace(seed: 5), Trace(seed: 5));
        Assert.NotEqual(Trace(seed: 5), Trace(seed: 6));
    }

    [Fact]
    public void A_tick_allocates_nothing()
    {
        Rig rig = new Rig(Faults.Options).Running();
        Supervisor supervisor = rig.Supervisor;
        SupervisorInput[] inputs = [.. Spoilers.Select(spoil => spoil(new SupervisorInput { NowNs = 1_000_000_000 }))];
        long bytes = AllocatedBytes.Of(() =>
        {
            for (int i = 0; i < 10_000; i++)
            {
                supervisor.Post(Commands[i % Commands.Length]);
                supervisor.Tick(inputs[i % inputs.Length]);
            }
        });
        Assert.Equal(0, bytes);
    }

    private static void Check(SeededRandom random)
    {
        Rig rig = new(Options(random));
        bool armed = false;
        bool started = false;
        bool stopAsked = false;
        for (int i = 0; i < TicksPerRun; i++)
        {
            SupervisorState before = rig.Supervisor.State;
            OperatorCommand? command = random.NextDouble() < 0.3 ? Commands[random.NextInt(Commands.Length)] : null;
            bool stop = command == OperatorCommand.Stop;
            stopAsked |= stop;
            SupervisorDecision now = command is { } asked ? rig.Do(asked, Spoiler(random)) : rig.Tick(Spoiler(random), random.NextInt(5) * Rig.PeriodNs);
            armed = now.State != SupervisorState.Idle && (armed || now.State == SupervisorState.Armed);
            started = now.State != SupervisorState.Idle && (started || (before == SupervisorState.Armed && command == OperatorCommand.Start));
            Assert.True(now.Motion == Motion.None || (armed && started), $"{now} before arm and start");
            Assert.True(before == SupervisorState.Stopped ? now.State is SupervisorState.Stopped or SupervisorState.Idle : true, $"{before} → {now}");
            Assert.True(now.State != SupervisorState.Idle || now.Motion == Motion.None);
            Assert.True(!stop || now.State == SupervisorState.Stopped, $"a stop led to {now}");
            Assert.True(now.Motion != Motion.Release || now.State is SupervisorState.Running or SupervisorState.Degraded);
            Assert.True(now.Motion != Motion.Human || now.State == SupervisorState.HumanControl);
            Assert.True(now.LimitScale is > 0 and <= 1);
            Assert.Equal(now.State, rig.Supervisor.State);
        }

        IsNotStuck(rig);
    }

    private static void IsNotStuck(Rig rig)
    {
        rig.Do(OperatorCommand.Stop, Faults.Healthy);
        // Longer than the largest settling time of these runs.
        rig.Tick(Faults.Healthy, passedNs: 900_000_000);
        // Missed deadlines leave their window.
        rig.Ticks(Faults.Options.MissedTickWindow, Faults.Healthy);
        Assert.Equal(SupervisorState.Idle, rig.Do(OperatorCommand.Reset, Faults.Healthy).State);
        Assert.Equal(SupervisorState.Armed, rig.Do(OperatorCommand.Arm, Faults.Healthy).State);
        Assert.Equal(Motion.Release, rig.Do(OperatorCommand.Start, Faults.Healthy).Motion);
    }

    private static Func<SupervisorInput, SupervisorInput> Spoiler(SeededRandom random)
    {
        Func<SupervisorInput, SupervisorInput> spoil = random.NextDouble() < 0.2 ? Spoilers[random.NextInt(Spoilers.Length)] : Faults.Healthy;
        long? human = random.NextDouble() < 0.8 ? 1_000_000 : null;
        Verdict verdict = (Verdict)random.NextInt(4);
        bool done = random.NextDouble() < 0.02;
        return input => spoil(input) with { HumanAgeNs = human, LastVerdict = verdict, EpisodeDone = done };
    }

    private static SupervisorOptions Options(SeededRandom random) => Faults.Options with
    {
        RecoverAfterTicks = 1 + random.NextInt(5),
        ForgetAfterTicks = 1 + random.NextInt(20),
        FailureLimit = random.NextInt(4),
        EscalationLimit = random.NextInt(4),
        HoldLimitS = 0.1 + random.NextDouble(),
        AnswerLimitS = 0.1 + random.NextDouble(),
        StopSettleMs = 1 + random.NextInt(100),
        ResumeAfterTransient = random.NextDouble() < 0.5,
        OnAlarm = (AlarmReaction)random.NextInt(2),
        OnRecorderLoss = (RecorderLoss)random.NextInt(2),
    };

    private static string Trace(ulong seed)
    {
        SeededRandom random = new(seed);
        Rig rig = new Rig(Options(random)).Running();
        List<string> lines = [];
        for (int i = 0; i < TicksPerRun; i++)
        {
            OperatorCommand command = Commands[random.NextInt(Commands.Length)];
            lines.Add((i % 7 == 0 ? rig.Do(command, Spoiler(random)) : rig.Tick(Spoiler(random))).ToString());
        }

        return string.Join('\n', lines.Concat(rig.Events().Select(item => Supervisor.Explain(item))));
    }
}
