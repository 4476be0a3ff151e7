namespace Interlock.Policies.Tests.Remote.StandIns;

/// <summary>A test against a stand-in server; skipped, with the reason, where node is absent or the shared folder that it reads.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute(string? shared = null)
    {
        Shared = shared;
        Timeout = Node.LongestMs;
        Skip = shared is null ? Node.WhyNot : Node.WhyNotWith(shared);
    }

    public string? Shared { get; }
}
