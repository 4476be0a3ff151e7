using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Live.Commands;

/// <summary>What became of a command, read from the supervisor's events.</summary>
internal sealed record CommandOutcome(bool IsAccepted, SupervisorState State, string Reason)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(5);

    // A loop of 1 Hz answers within it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Waits for the event of a command.</summary>
    /// <param name="session">Where it was posted.</param>
    /// <param name="command">Which.</param>
    /// <param name="before">Events that were there before it was posted.</param>
    /// <param name="time">Measures the patience.</param>
    public static async Task<CommandOutcome> OfAsync(ILiveSession session, OperatorCommand command, long before, TimeProvider time)
    {
        SupervisorState asked = session.Status().State;
        long started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < Patience)
        {
            if (Find(session.Events, command, before) is { } item)
            {
                return new CommandOutcome(!IsRefusal(item), item.To, Supervisor.Explain(item));
            }

            if (command == OperatorCommand.Stop && session.Status().State == SupervisorState.Stopped)
            {
                return new CommandOutcome(true, SupervisorState.Stopped, "stopped");
            }

            await Task.Delay(LookInterval, time);
        }

        SupervisorState state = session.Status().State;
        return new CommandOutcome(state != asked, state, state != asked ? "" : $"nothing came of it in state {state}: the loop does not tick, or this state ignores it");
    }

    private static SupervisorEvent? Find(EventRing events, OperatorCommand command, long before)
    {
        SupervisorTrigger trigger = CommandTriggers.Of(command);
        for (long number = Math.Max(before, events.Written - events.Capacity); number < events.Written; number++)
        {
            if (events.TryRead(number, out SupervisorEvent item) && (item.Trigger == trigger || IsRefusalOf(item.Trigger, command)))
            {
                return item;
            }
        }

        return null;
    }

    private static bool IsRefusalOf(SupervisorTrigger trigger, OperatorCommand command) => trigger switch
    {
        SupervisorTrigger.Blocked => CommandTriggers.AsksForPolicyMotion(CommandTriggers.Of(command)),
        SupervisorTrigger.TakeOverWithoutInput => command == OperatorCommand.TakeOver,
        SupervisorTrigger.ResetTooEarly => command == OperatorCommand.Reset,
        _ => false,
    };

    private static bool IsRefusal(in SupervisorEvent item) =>
        item.IsRefused || item.Trigger is SupervisorTrigger.Blocked or SupervisorTrigger.TakeOverWithoutInput or SupervisorTrigger.ResetTooEarly;
}
