namespace Interlock.Runtime.Supervision;

/// <summary>
/// The newest events. One thread writes; any number read without disturbing it. Old events are overwritten: a reader that fell behind sees
/// that by their numbers.
/// </summary>
public sealed class EventRing
{
    private readonly Slot[] _slots;
    private long _written;

    internal EventRing(int capacity) => _slots = new Slot[capacity];

    /// <summary>Events that are kept.</summary>
    public int Capacity => _slots.Length;

    /// <summary>Events written so far; the newest has the number Written − 1.</summary>
    public long Written => Volatile.Read(ref _written);

    /// <summary>Copies an event out; false when it is not written yet or was overwritten.</summary>
    /// <param name="number">From 0.</param>
    /// <param name="item">The event.</param>
    public bool TryRead(long number, out SupervisorEvent item)
    {
        item = default;
        if (number < 0 || number >= Written)
        {
            return false;
        }

        ref Slot slot = ref _slots[number % _slots.Length];
        if (Volatile.Read(ref slot.NumberPlusOne) != number + 1)
        {
            return false;
        }

        item = slot.Event;
        Thread.MemoryBarrier();
        return slot.NumberPlusOne == number + 1;
    }

    internal void Write(in SupervisorEvent item)
    {
        ref Slot slot = ref _slots[_written % _slots.Length];
        slot.NumberPlusOne = 0;
        // A reader that sees any of the new event also sees that the slot is not the old one any more.
        Thread.MemoryBarrier();
        slot.Event = item;
        Volatile.Write(ref slot.NumberPlusOne, _written + 1);
        Volatile.Write(ref _written, _written + 1);
    }

    private struct Slot
    {
        public long NumberPlusOne;
        public SupervisorEvent Event;
    }
}
