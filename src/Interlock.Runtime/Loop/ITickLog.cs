namespace Interlock.Runtime.Loop;

/// <summary>Told about every tick, on the control thread: allocates nothing, takes no lock, waits for nothing.</summary>
internal interface ITickLog
{
    /// <summary>True when nothing can be recorded any more.</summary>
    bool HasFailed { get; }

    void Write(in TickView tick);
}
