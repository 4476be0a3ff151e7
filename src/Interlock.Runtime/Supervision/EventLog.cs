namespace Interlock.Runtime.Supervision;

/// <summary>The event ring, and beside it the newest first cause and the newest stop, which a flood of later events does not push out.</summary>
internal sealed class EventLog(int capacity)
{
    private readonly EventRing _causes = new(capacity: 4);
    private readonly EventRing _stops = new(capacity: 4);

    public EventRing Events { get; } = new(capacity);

    public SupervisorEvent? NewestCause => Newest(_causes);

    public SupervisorEvent? NewestStop => Newest(_stops);

    public void Write(in SupervisorEvent item, bool isFirstCause)
    {
        Events.Write(item);
        if (isFirstCause)
        {
            _causes.Write(item);
        }

        if (item.To == SupervisorState.Stopped && item.From != SupervisorState.Stopped)
        {
            _stops.Write(item);
        }
    }

    private static SupervisorEvent? Newest(EventRing ring)
    {
        for (long number = ring.Written - 1; number >= 0; number = ring.Written - 1)
        {
            if (ring.TryRead(number, out SupervisorEvent item))
            {
                return item;
            }
        }

        return null;
    }
}
