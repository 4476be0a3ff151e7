using Interlock.Cli.Verbs.Simulated;
using Interlock.Evaluation.Substitution;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;
using Interlock.Simulation.Displacements;

namespace Interlock.Cli.Verbs.Spec.Replay;

/// <summary>The arm decoded as certified, the gripper otherwise.</summary>
internal static class GripperSubstitutions
{
    /// <summary>Between closed (0) and open (1).</summary>
    private const double MiddleThreshold = 0.5;

    /// <summary>Right for a gripper that speaks −1 and 1, wrong for this one.</summary>
    private const double SignThreshold = 0;

    public static IEnumerable<ActionSubstitution> Of(Normaliser certified, CertifiedEncoder encoder, int channels)
    {
        ActionTransform identity = encoder.DecodedBy(AffineMap.Inverse(certified, channels));
        yield return Make("gripper polarity flipped", Remapped(identity, gripper => 1 - gripper));
        yield return Make("gripper unmasked", encoder.DecodedBy(AffineMap.Inverse(certified with { Mask = null }, channels)));
        yield return Make("gripper decided at 0.5", Remapped(identity, gripper => gripper > MiddleThreshold ? 1 : 0));
        yield return Make("gripper decided at 0", Remapped(identity, gripper => gripper > SignThreshold ? 1 : 0));
    }

    private static ActionTransform Remapped(ActionTransform arm, Func<double, double> gripper) => (action, decoded) =>
    {
        arm(action, decoded);
        decoded[^1] = gripper(decoded[^1]);
    };

    private static ActionSubstitution Make(string name, ActionTransform apply) =>
        new() { Name = name, Kind = SubstitutionKind.Gripper, Apply = apply };
}
