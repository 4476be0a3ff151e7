using Interlock.Native.Border;

namespace Interlock.Native.Handles;

/// <summary>
/// What callers hold is a number, never an address: place and generation. A handle that was made up or destroyed is recognised, and
/// a second thread inside the same object as well. Looking up takes no lock.
/// </summary>
internal static class HandleTable
{
    /// <summary>More living objects than any process needs; a program that leaks handles learns of it.</summary>
    public const int MostHandles = 1 << 16;

    /// <summary>Its place lies outside the table, so nobody can ask for it; 0 would be place 0.</summary>
    private const ulong NoHandle = ulong.MaxValue;

    private static readonly HandleSlot?[] Slots = new HandleSlot?[MostHandles];
    private static readonly Stack<int> Free = new();
    private static readonly Lock Gate = new();
    private static int s_used;
    private static uint s_generation;

    public static ulong Add(object content)
    {
        lock (Gate)
        {
            int place = Free.Count > 0 ? Free.Pop() : s_used < MostHandles ? s_used++ : -1;
            if (place < 0)
            {
                throw new HandleException(Status.Handle, $"{MostHandles} handles are in use; destroy those that are not needed");
            }

            HandleSlot slot = Slots[place] ?? new HandleSlot();
            s_generation = Math.Max(1, unchecked(s_generation + 1));
            slot.Content = content;
            slot.Handle = ((ulong)s_generation << 32) | (uint)place;
            Volatile.Write(ref Slots[place], slot);
            return slot.Handle;
        }
    }

    /// <summary>Enters an object; the caller leaves the slot when it is done. Null, with the reason, when that cannot be.</summary>
    public static HandleSlot? Enter(ulong handle, out Status status)
    {
        uint place = (uint)handle;
        HandleSlot? slot = place < MostHandles ? Volatile.Read(ref Slots[place]) : null;
        if (slot is null || slot.Handle != handle)
        {
            status = Status.Handle;
            return null;
        }

        if (!slot.TryEnter())
        {
            status = Status.Busy;
            return null;
        }

        if (slot.Handle != handle)
        {
            // Destroyed between the look and the entry.
            slot.Leave();
            status = Status.Handle;
            return null;
        }

        status = Status.Ok;
        return slot;
    }

    public static void Remove(HandleSlot slot)
    {
        lock (Gate)
        {
            Free.Push((int)(uint)slot.Handle);
            slot.Handle = NoHandle;
            slot.Content = null;
        }
    }
}
