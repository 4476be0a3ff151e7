using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Local;

/// <summary>Whether an observation is one for this policy.</summary>
internal static class ObservationCheck
{
    public static void Length(ReadOnlySpan<double> state, PolicyDescription policy) => Length(state, policy.ActionDimension, policy.Name);

    public static void Length(ReadOnlySpan<double> state, int needed, string policyName)
    {
        if (state.Length != needed)
        {
            throw new DiagnosticException(
                LocalCodes.StateDoesNotFit,
                $"the state has {state.Length} values, the policy '{policyName}' needs {needed}",
                null,
                "the policy was made for another robot, or another contract is in use");
        }
    }
}
