using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.Lerobot;

/// <summary>One action of a LeRobot chunk.</summary>
/// <param name="TimestampS">Seconds since 1970 on the clock of the client that sent the observation, shifted by the action's place.</param>
/// <param name="Timestep">Control step that the action is meant for.</param>
/// <param name="Action">float32 [D], in the order of the robot's action features.</param>
public sealed record TimedAction(double TimestampS, long Timestep, NumpyArray Action);
