namespace Interlock.Guard.Reactions;

/// <summary>Remembers the first reason for a stop until somebody resets it on purpose.</summary>
internal sealed class StopLatch
{
    /// <summary>Code of the first cause; null while not latched.</summary>
    public string? Code { get; private set; }

    /// <summary>Step of the first cause.</summary>
    public long Step { get; private set; }

    public bool IsLatched => Code is not null;

    public void Latch(string code, long step)
    {
        if (Code is null)
        {
            Code = code;
            Step = step;
        }
    }

    public void Reset() => Code = null;
}
