using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Loop;

namespace Interlock.Runtime.Session.Making;

/// <summary>The rates of a run: the controller's from the file or the contract, the policy's from the file, the specification or the controller.</summary>
internal static class RateMaking
{
    /// <exception cref="DiagnosticException">No rate is stated (RT151), or step displacements would be stretched (RT144).</exception>
    public static LoopRates Make(RunSettings settings, SafetyContract contract, ExecutableSpec? spec)
    {
        double control = settings.Loop.RateHz ?? contract.RateHz ?? throw new DiagnosticException(
            RuntimeCodes.NoRate, "neither `loop.rate_hz` nor the contract's `rate_hz` says how fast the robot is commanded");
        LoopRates rates = new(control, Math.Min(control, settings.Policy.RateHz ?? spec?.Action.RateHz ?? control));
        if (contract.Reference == ActionReference.DeltaStep && rates.PolicyHz != rates.ControlHz)
        {
            throw new DiagnosticException(
                RuntimeCodes.StepDisplacementRate,
                $"the contract's actions are displacements per step, made for {rates.PolicyHz} Hz, and would be repeated at {rates.ControlHz} Hz",
                hint: "run both at one rate, or let a specification turn displacements into absolute commands");
        }

        return rates;
    }
}
