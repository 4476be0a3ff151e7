namespace Interlock.Guard.Limits;

/// <summary>The motions that one channel may make in this step, the stop from each of them already secured.</summary>
/// <param name="Low">Smallest motion, in channel units.</param>
/// <param name="High">Largest motion, in channel units.</param>
/// <param name="Brake">The motion of the stop that is always at hand; inside the range.</param>
/// <param name="IsFeasible">False when no motion keeps the limits (the channel stands outside its bounds, out of reach).</param>
internal readonly record struct MotionRange(double Low, double High, double Brake, bool IsFeasible);
