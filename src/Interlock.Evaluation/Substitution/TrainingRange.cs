namespace Interlock.Evaluation.Substitution;

/// <summary>Smallest and largest joint displacement in the certified demonstrations: the plainest check of an action there is.</summary>
/// <param name="Min">Smallest, one per channel, gripper last.</param>
/// <param name="Max">Largest, one per channel, gripper last.</param>
public sealed record TrainingRange(IReadOnlyList<double> Min, IReadOnlyList<double> Max)
{
    /// <summary>Slack for rounding, in radians: far below an encoder count.</summary>
    private const double RoundingRad = 1e-9;

    /// <summary>Number of steps in which a joint leaves the range; the gripper does not count.</summary>
    /// <param name="actions">Row-major T×D.</param>
    public int CountOutside(ReadOnlySpan<double> actions)
    {
        int outside = 0;
        for (int start = 0; start < actions.Length; start += Min.Count)
        {
            outside += IsOutside(actions.Slice(start, Min.Count - 1)) ? 1 : 0;
        }

        return outside;
    }

    private bool IsOutside(ReadOnlySpan<double> joints)
    {
        for (int joint = 0; joint < joints.Length; joint++)
        {
            if (!(joints[joint] >= Min[joint] - RoundingRad && joints[joint] <= Max[joint] + RoundingRad))
            {
                return true;
            }
        }

        return false;
    }
}
