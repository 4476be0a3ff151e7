namespace Interlock.Runtime.Configuration.Settings;

/// <summary>How the control thread is scheduled.</summary>
public enum LoopPriority
{
    /// <summary>As every other thread.</summary>
    Normal,

    /// <summary>SCHED_FIFO where the system permits it, normal with a warning elsewhere.</summary>
    Fifo,
}
