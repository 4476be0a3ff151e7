using Interlock.Runtime.Loop;

namespace Interlock.Runtime.Tests.Loop;

/// <summary>Keeps nothing.</summary>
internal sealed class SilentLog : ITickLog
{
    public bool HasFailed => false;

    public void Write(in TickView tick)
    {
    }
}
