namespace Interlock.Guard.Interventions;

/// <summary>An intervention in numbers; it holds no reference, so that writing it down is a plain copy.</summary>
internal struct LogEntry
{
    /// <summary>Number in the <see cref="ReasonTable"/>.</summary>
    public int Reason;

    /// <summary>Index of the channel; −1 when the whole action is meant.</summary>
    public short Channel;

    /// <summary>True for a state that lasts, which must not push its own cause out of the ring.</summary>
    public bool IsRepeated;

    /// <summary>The policy's command.</summary>
    public double Raw;

    /// <summary>The command that replaces it.</summary>
    public double Safe;

    public long Step;
}
