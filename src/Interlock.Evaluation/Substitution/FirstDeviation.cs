using Interlock.Simulation.Displacements;
using Interlock.Simulation.Geometry;

namespace Interlock.Evaluation.Substitution;

/// <summary>When a replay leaves the raw one.</summary>
internal static class FirstDeviation
{
    /// <summary>Distance of the tool point that counts (replay protocol, section 5 of the specification note).</summary>
    public const double PositionM = 0.01;

    /// <summary>Turn of the tool that counts: 5 degrees.</summary>
    public const double OrientationRad = 5 * Math.PI / 180;

    /// <summary>The first step after which the tool is too far from where it was in the raw replay; null when it never is.</summary>
    public static int? StepOf(ReplayRun run, ReplayRun raw)
    {
        for (int step = 0; step < Math.Min(run.Tool.Count, raw.Tool.Count); step++)
        {
            (Pose here, Pose there) = (run.Tool[step], raw.Tool[step]);
            if ((here.Position - there.Position).Length > PositionM || here.Rotation.AngleTo(there.Rotation) > OrientationRad)
            {
                return step;
            }
        }

        return null;
    }
}
