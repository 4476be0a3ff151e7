using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.PickAndPlace;

/// <summary>Where the tool is to be at the end of a stage, pointing down, and how long the stage takes.</summary>
/// <param name="Stage">What the stage is for.</param>
/// <param name="Position">p_WT, in metres.</param>
/// <param name="YawRad">Turn of the tool about the vertical.</param>
/// <param name="OpeningM">Gripper opening.</param>
/// <param name="DurationS">Time to get there.</param>
internal readonly record struct Waypoint(Stage Stage, Vector3d Position, double YawRad, double OpeningM, double DurationS);
