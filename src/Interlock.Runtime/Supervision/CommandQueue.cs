namespace Interlock.Runtime.Supervision;

/// <summary>
/// Commands from any number of threads to the control thread, without a lock (a bounded queue after Vyukov: each slot carries the turn at
/// which it may be written or read). A stop has a place of its own and is never lost.
/// </summary>
internal sealed class CommandQueue
{
    // A person posts a few per second, the control thread empties it every tick. A power of two.
    private const int Capacity = 64;

    private readonly long[] _turns = new long[Capacity];
    private readonly OperatorCommand[] _commands = new OperatorCommand[Capacity];
    private long _head;
    private long _tail;
    private int _stop;
    private long _lost;

    public CommandQueue()
    {
        for (int i = 0; i < Capacity; i++)
        {
            _turns[i] = i;
        }
    }

    /// <summary>Commands that found no room so far.</summary>
    public long Lost => Volatile.Read(ref _lost);

    public bool Post(OperatorCommand command)
    {
        if (command == OperatorCommand.Stop)
        {
            Volatile.Write(ref _stop, 1);
            return true;
        }

        while (true)
        {
            long tail = Volatile.Read(ref _tail);
            long turn = Volatile.Read(ref _turns[tail % Capacity]);
            if (turn < tail)
            {
                System.Threading.Interlocked.Increment(ref _lost);
                return false;
            }

            if (turn == tail && System.Threading.Interlocked.CompareExchange(ref _tail, tail + 1, tail) == tail)
            {
                _commands[tail % Capacity] = command;
                Volatile.Write(ref _turns[tail % Capacity], tail + 1);
                return true;
            }
        }
    }

    /// <summary>For the control thread.</summary>
    public bool TryTake(out OperatorCommand command)
    {
        command = default;
        ref long turn = ref _turns[_head % Capacity];
        if (Volatile.Read(ref turn) != _head + 1)
        {
            return false;
        }

        command = _commands[_head % Capacity];
        Volatile.Write(ref turn, _head + Capacity);
        _head++;
        return true;
    }

    /// <summary>True once for each time somebody asked. For the control thread.</summary>
    public bool TakeStop() => Volatile.Read(ref _stop) != 0 && System.Threading.Interlocked.Exchange(ref _stop, 0) != 0;
}
