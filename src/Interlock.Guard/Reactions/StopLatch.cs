namespace Interlock.Guard.Reactions;

/// <summary>Remembers the first reason for a stop until somebody resets it on purpose.</summary>
internal sealed class StopLatch
{
    /// <summary>Code of the first cause; null while not latched.</summary>
    public string? Code { get; private set; }

    /// <summary>Step of the first cause.</summary>
    public long Step { get; private set; }

    public bool IsLatched => Code is not null;

    /// <summary>True when the stop came from outside a step, so that no step has reported it yet.</summary>
    public bool IsUnreported { get; private set; }

    public void Latch(string code, long step)
    {
        if (Code is null)
        {
            Code = code;
            Step = step;
        }
    }

    public void Request(string code, long step)
    {
        IsUnreported |= Code is null;
        Latch(code, step);
    }

    public void MarkReported() => IsUnreported = false;

    public void Reset()
    {
        Code = null;
        IsUnreported = false;
    }
}
