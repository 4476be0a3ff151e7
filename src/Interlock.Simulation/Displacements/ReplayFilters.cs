using Interlock.Simulation.Episodes;

namespace Interlock.Simulation.Displacements;

/// <summary>What stands between a replayed action and the arm; null for nothing.</summary>
/// <param name="OnAction">Sees displacement actions, before targets are made of them.</param>
/// <param name="OnTarget">Sees joint targets, before they are sent.</param>
public sealed record ReplayFilters(IActionFilter? OnAction = null, IActionFilter? OnTarget = null)
{
    /// <summary>Nothing in between.</summary>
    public static ReplayFilters None { get; } = new();
}
