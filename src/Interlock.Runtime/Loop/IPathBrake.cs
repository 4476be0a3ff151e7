using Interlock.Policies.Scheduling;

namespace Interlock.Runtime.Loop;

/// <summary>Slows the motion along the chunk when limits bind, so that the guard deviates last.</summary>
internal interface IPathBrake
{
    /// <summary>The largest advance, 0 to <paramref name="nominalSteps"/> policy steps, from which the path can be kept.</summary>
    double Choose(ChunkScheduler scheduler, ReadOnlySpan<double> lastCommand, ReadOnlySpan<double> velocityPerS, double nominalSteps);
}
