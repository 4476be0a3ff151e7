using Interlock.Runtime.Loop;

namespace Interlock.Runtime.Campaign.World;

/// <summary>Records nothing, and never fails at it.</summary>
internal sealed class SilentLog : ITickLog
{
    public bool HasFailed => false;

    public void Write(in TickView tick)
    {
    }
}
