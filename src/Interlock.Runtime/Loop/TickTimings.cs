namespace Interlock.Runtime.Loop;

/// <summary>Where the time of one tick went, ns.</summary>
internal struct TickTimings
{
    /// <summary>Begin of the tick: monotonic.</summary>
    public long BeganAtNs;

    /// <summary>From the deadline to the begin.</summary>
    public long LatenessNs;

    /// <summary>Reading robot and cameras' ages.</summary>
    public long ReadNs;

    /// <summary>Taking answers, supervision, the next action.</summary>
    public long ScheduleNs;

    /// <summary>The guard.</summary>
    public long GuardNs;

    /// <summary>Handing the command to the robot.</summary>
    public long SendNs;
}
