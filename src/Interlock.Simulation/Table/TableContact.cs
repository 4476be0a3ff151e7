using Interlock.Simulation.Arm;
using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Table;

/// <summary>
/// The table top, z = 0, pushes back on the fingertips, the wrist and the elbow: a stiff spring with damping, turned into joint
/// accelerations through Jᵀ and each joint's own inertia (the gearboxes dominate, so joints are taken as uncoupled).
/// </summary>
internal sealed class TableContact(ArmDescription arm, KinematicChain chain)
{
    private const double StiffnessNPerM = 10_000;
    private const double DampingNsPerM = 100;

    /// <summary>How far below the tool point the fingertips reach.</summary>
    private const double FingertipReachM = 0.008;

    /// <summary>Half the thickness of a link.</summary>
    private const double LinkRadiusM = 0.03;

    private const int Elbow = 2;
    private const int WristFlex = 3;

    /// <summary>Joint accelerations that the contact causes, in rad/s².</summary>
    public double[] Acceleration { get; } = new double[arm.JointCount];

    /// <summary>Sum of the normal forces, in newton.</summary>
    public double ForceN { get; private set; }

    /// <summary>Evaluates the contact where the chain is now.</summary>
    public void Update(ReadOnlySpan<double> velocitiesRadPerS)
    {
        Acceleration.AsSpan().Clear();
        ForceN = 0;
        Push(chain.Tool.Position, arm.JointCount, FingertipReachM, velocitiesRadPerS);
        Push(chain.Origin(WristFlex), WristFlex, LinkRadiusM, velocitiesRadPerS);
        Push(chain.Origin(Elbow), Elbow, LinkRadiusM, velocitiesRadPerS);
    }

    private void Push(Vector3d p_WP, int jointsBefore, double radiusM, ReadOnlySpan<double> velocities)
    {
        double depth = radiusM - p_WP.Z;
        if (depth <= 0)
        {
            return;
        }

        double upward = 0;
        for (int joint = 0; joint < jointsBefore; joint++)
        {
            upward += chain.LinearColumn(joint, p_WP).Z * velocities[joint];
        }

        double force = Math.Max(0, (StiffnessNPerM * depth) - (DampingNsPerM * upward));
        ForceN += force;
        for (int joint = 0; joint < jointsBefore; joint++)
        {
            Acceleration[joint] += chain.LinearColumn(joint, p_WP).Z * force / arm.Joints[joint].InertiaKgM2;
        }
    }
}
