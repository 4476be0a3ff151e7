namespace Interlock.Simulation.PickAndPlace;

/// <summary>The stages of a pick-and-place, in order.</summary>
internal enum Stage
{
    Start,
    Approach,
    Descend,
    Grasp,
    Lift,
    Carry,
    Lower,
    Release,
    Retreat,
}
