namespace Interlock.Simulation.Displacements;

/// <summary>Leaves out steps in which nothing happens, as OpenVLA's preparation of LIBERO does.</summary>
public static class NoOpFilter
{
    /// <summary>Largest norm of the joint displacements of a step that does nothing (OpenVLA: 1e-4).</summary>
    public const double LargestNorm = 1e-4;

    /// <summary>
    /// Largest change of the gripper action that counts as none. OpenVLA's gripper is two-valued; this one is continuous, and this is
    /// one standard deviation of its opening sensor (0.1 mm) on its working range.
    /// </summary>
    public const double LargestGripperChange = 1e-4 / (DisplacementController.OpenM - DisplacementController.ClosedM);

    /// <summary>The steps that do something, in order.</summary>
    public static int[] StepsKept(DisplacementDemonstration demonstration) =>
        [.. Enumerable.Range(0, demonstration.Actions.Length).Where(step => !IsNoOp(demonstration, step))];

    private static bool IsNoOp(DisplacementDemonstration demonstration, int step)
    {
        ReadOnlySpan<double> action = demonstration.Actions.Action(step);
        double squares = 0;
        foreach (double displacement in action[..^1])
        {
            squares += displacement * displacement;
        }

        double before = step == 0 ? action[^1] : demonstration.Actions.Action(step - 1)[^1];
        return Math.Sqrt(squares) < LargestNorm && Math.Abs(action[^1] - before) <= LargestGripperChange;
    }
}
