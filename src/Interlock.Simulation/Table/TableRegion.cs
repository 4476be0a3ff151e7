using Interlock.Core.Randomness;
using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Table;

/// <summary>A rectangle of the table in which a cube may lie, in metres from the base: x forward, y to the left.</summary>
/// <param name="FromX">One end of x.</param>
/// <param name="ToX">Other end of x.</param>
/// <param name="FromY">One end of y.</param>
/// <param name="ToY">Other end of y.</param>
public sealed record TableRegion(double FromX, double ToX, double FromY, double ToY)
{
    /// <summary>A place in the region at the height of a cube that lies on the table; uniform.</summary>
    public Vector3d Sample(SeededRandom random) => new(random.NextDouble(FromX, ToX), random.NextDouble(FromY, ToY), Cube.WidthM / 2);
}
