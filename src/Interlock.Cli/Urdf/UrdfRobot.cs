namespace Interlock.Cli.Urdf;

/// <summary>A robot as its URDF file describes it.</summary>
/// <param name="Name">The robot's name; null when the file states none.</param>
/// <param name="Joints">Every joint in file order.</param>
internal sealed record UrdfRobot(string? Name, IReadOnlyList<UrdfJoint> Joints);
