namespace Interlock.Simulation.Displacements;

/// <summary>Turns one displacement action into another, as a decoder with other statistics does.</summary>
/// <param name="action">Joint displacements of one step [rad], then the gripper: 1 open, 0 closed.</param>
/// <param name="transformed">Filled with the same channels; not the same memory.</param>
public delegate void ActionTransform(ReadOnlySpan<double> action, Span<double> transformed);
