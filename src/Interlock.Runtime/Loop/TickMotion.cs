using Interlock.Guard;

namespace Interlock.Runtime.Loop;

/// <summary>What a tick made of its decision.</summary>
/// <param name="Source">Whose action.</param>
/// <param name="Guarded">The guard's outcome; default when nothing was produced.</param>
/// <param name="HasCommand">True when there is something to send.</param>
/// <param name="IsStarved">True when the plan had no action.</param>
internal readonly record struct TickMotion(MotionSource Source, StepResult Guarded, bool HasCommand, bool IsStarved);
