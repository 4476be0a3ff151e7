using Interlock.Runtime.Loop;

namespace Interlock.Runtime.Session;

/// <summary>For runs that are not recorded.</summary>
internal sealed class NoTickLog : ITickLog
{
    public bool HasFailed => false;

    public void Write(in TickView tick)
    {
    }
}
