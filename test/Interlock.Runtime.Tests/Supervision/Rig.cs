using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Supervision;

/// <summary>A supervisor with a clock of 10 ms ticks and healthy inputs that a test spoils.</summary>
internal sealed class Rig
{
    public const long PeriodNs = 10_000_000;

    public Rig(SupervisorOptions? options = null) => Supervisor = new Supervisor(options ?? new SupervisorOptions());

    public Supervisor Supervisor { get; }

    public long NextTick { get; private set; }

    public SupervisorDecision Last { get; private set; }

    public SupervisorDecision Tick(Func<SupervisorInput, SupervisorInput>? spoil = null, long passedNs = PeriodNs)
    {
        NowNs += passedNs;
        SupervisorInput input = new() { Tick = NextTick++, NowNs = NowNs };
        Last = Supervisor.Tick(spoil is null ? input : spoil(input));
        return Last;
    }

    public SupervisorDecision Ticks(int count, Func<SupervisorInput, SupervisorInput>? spoil = null)
    {
        for (int i = 0; i < count; i++)
        {
            Tick(spoil);
        }

        return Last;
    }

    public SupervisorDecision Do(OperatorCommand command, Func<SupervisorInput, SupervisorInput>? spoil = null)
    {
        Supervisor.Post(command);
        return Tick(spoil);
    }

    public Rig Running()
    {
        Do(OperatorCommand.Arm);
        Do(OperatorCommand.Start);
        return this;
    }

    public IReadOnlyList<SupervisorEvent> Events()
    {
        List<SupervisorEvent> events = [];
        for (long number = 0; Supervisor.Events.TryRead(number, out SupervisorEvent item); number++)
        {
            events.Add(item);
        }

        return events;
    }

    private long NowNs { get; set; }
}
