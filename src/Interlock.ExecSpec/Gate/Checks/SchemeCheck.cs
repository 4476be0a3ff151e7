using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX020: the scheme, its quantiles and the library's arithmetic.</summary>
internal sealed class SchemeCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        Normaliser certified = context.Certified.Unnormaliser;
        Normaliser running = context.Running.Unnormaliser;
        string expected = Words(certified);
        string observed = Words(running);
        if (expected != observed)
        {
            results.Fail(
                GateCode.Scheme, "scheme", $"certified statistics are {expected}, the runtime is decoding as {observed}", expected, observed);
            return;
        }

        new FactComparison(results, context.Scope, GateCode.Scheme).Meaning(
            "arithmetic", Arithmetic(certified.Arithmetic), Arithmetic(running.Arithmetic));
    }

    private static string Words(Normaliser normaliser) => normaliser.Scheme == NormalisationScheme.Quantile
        ? $"quantile {Fact.Of(normaliser.LowQuantile)} to {Fact.Of(normaliser.HighQuantile)}"
        : EnumWord.Of(normaliser.Scheme);

    private static string Arithmetic(NormaliserArithmetic arithmetic) =>
        $"epsilon {Fact.Of(arithmetic.ForwardEpsilon)} forward and {Fact.Of(arithmetic.InverseEpsilon)} inverse ({EnumWord.Of(arithmetic.EpsilonRule)}), "
        + $"clip {Fact.Of(arithmetic.ForwardClip) ?? "none"} forward and {Fact.Of(arithmetic.InverseClip) ?? "none"} inverse, "
        + $"zero range {(arithmetic.ZeroRangeBecomesZero ? "becomes 0" : "is divided by")}";
}
