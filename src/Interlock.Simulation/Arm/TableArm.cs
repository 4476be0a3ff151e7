using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Arm;

/// <summary>
/// The built-in arm: six joints in the order of common tabletop arms (pan, lift, elbow, three wrist joints), about 0.6 m of
/// reach, hobby-to-light-industrial speeds. Its numbers are chosen, not measured on a product.
/// </summary>
public static class TableArm
{
    private static readonly Vector3d AlongX = new(1, 0, 0);
    private static readonly Vector3d AlongY = new(0, 1, 0);
    private static readonly Vector3d AlongZ = new(0, 0, 1);

    /// <summary>The description. Upright at zero; positive lift, elbow and flex bend forward.</summary>
    public static ArmDescription Description { get; } = new()
    {
        Name = "table_arm",
        Joints =
        [
            Shoulder("shoulder_pan", AlongZ, heightM: 0.10, limitRad: 2.8, inertiaKgM2: 0.60),
            Shoulder("shoulder_lift", AlongY, heightM: 0.06, limitRad: 1.9, inertiaKgM2: 0.60),
            Shoulder("elbow", AlongY, heightM: 0.25, limitRad: 2.6, inertiaKgM2: 0.30),
            Wrist("wrist_flex", AlongY, heightM: 0.22, limitRad: 2.2, inertiaKgM2: 0.06),
            Wrist("wrist_tilt", AlongX, heightM: 0.06, limitRad: 1.9, inertiaKgM2: 0.04),
            Wrist("wrist_roll", AlongZ, heightM: 0.04, limitRad: 2.9, inertiaKgM2: 0.02),
        ],
        Gripper = new GripperDescription
        {
            Name = "gripper",
            MaxOpeningM = 0.08,
            MaxVelocityMPerS = 0.20,
            MaxAccelerationMPerS2 = 4.0,
            BandwidthRadPerS = 25,
        },
        ToolOffsetM = new Vector3d(0, 0, 0.10),
    };

    private static JointDescription Shoulder(string name, Vector3d axis, double heightM, double limitRad, double inertiaKgM2) => new()
    {
        Name = name,
        OffsetM = new Vector3d(0, 0, heightM),
        Axis = axis,
        MinRad = -limitRad,
        MaxRad = limitRad,
        MaxVelocityRadPerS = 3.0,
        MaxAccelerationRadPerS2 = 25,
        InertiaKgM2 = inertiaKgM2,
        BandwidthRadPerS = 20,
    };

    private static JointDescription Wrist(string name, Vector3d axis, double heightM, double limitRad, double inertiaKgM2) =>
        Shoulder(name, axis, heightM, limitRad, inertiaKgM2) with
        {
            MaxVelocityRadPerS = 5.0,
            MaxAccelerationRadPerS2 = 60,
            BandwidthRadPerS = 25,
        };
}
