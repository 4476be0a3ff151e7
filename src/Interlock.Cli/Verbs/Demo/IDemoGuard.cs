using Interlock.Simulation.Episodes;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>A guard in the demo's loop that remembers what it did.</summary>
internal interface IDemoGuard : IActionFilter
{
    /// <summary>What it did from a control step on.</summary>
    DemoReaction ReactionFrom(int step);
}
