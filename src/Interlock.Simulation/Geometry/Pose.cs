namespace Interlock.Simulation.Geometry;

/// <summary>A pose X_WT: where frame T is and how it is turned, seen from W.</summary>
/// <param name="Rotation">R_WT.</param>
/// <param name="Position">p_WT, in metres.</param>
public readonly record struct Pose(Rotation Rotation, Vector3d Position)
{
    /// <summary>A tool that points straight down, turned by <paramref name="yawRad"/> about the vertical.</summary>
    public static Pose ToolDown(Vector3d p_WT, double yawRad) => new(
        Rotation.About(new Vector3d(0, 0, 1), yawRad).Then(Rotation.About(new Vector3d(0, 1, 0), Math.PI)),
        p_WT);
}
