namespace Interlock.Policies.Wire.Lerobot;

/// <summary>One observation for a LeRobot policy server.</summary>
/// <param name="TimestampS">Seconds since 1970 on the client's clock.</param>
/// <param name="Timestep">The latest control step that was executed, 0 or more.</param>
/// <param name="Observation">A float for every <c>motor.pos</c>, an image [H, W, 3] of uint8 for every bare camera name, and <c>task</c> as text.</param>
/// <param name="MustGo">True when the server may not leave it out as too like the last one.</param>
public sealed record TimedObservation(double TimestampS, long Timestep, WireValue.Map Observation, bool MustGo);
