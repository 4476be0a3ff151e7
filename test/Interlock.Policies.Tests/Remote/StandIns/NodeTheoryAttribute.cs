namespace Interlock.Policies.Tests.Remote.StandIns;

/// <summary>A theory against a stand-in server; skipped, with the reason, where node is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => (Skip, Timeout) = (Node.WhyNot, Node.LongestMs);
}
