using Interlock.Simulation.Geometry;

namespace Interlock.Runtime.Worlds;

/// <summary>What is known of a simulated table and what is going on at it; a consistent picture of one moment.</summary>
/// <param name="WorldStep">Steps of the world since its reset.</param>
/// <param name="CubePosition">p_WC: centre of the cube, m.</param>
/// <param name="IsCubeHeld">True while the fingers hold the cube.</param>
/// <param name="ToolPosition">p_WT: the point between the fingertips, m.</param>
/// <param name="IsTripped">True once the drives have tripped; the arm stays where it is until the next reset.</param>
/// <param name="Success">True once the cube has lain at the goal; false once the drives tripped or the time was over before that; null while undecided.</param>
public readonly record struct WorldObservation(
    long WorldStep, Vector3d CubePosition, bool IsCubeHeld, Vector3d ToolPosition, bool IsTripped, bool? Success);
