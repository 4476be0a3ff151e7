using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX020: the scheme, its quantiles and the library's arithmetic.</summary>
internal sealed class SchemeCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        Normaliser certified = context.Certified.Unnormaliser;
        Normaliser running = context.Running.Unnormaliser;
        string expected = NormaliserWords.Scheme(certified);
        string observed = NormaliserWords.Scheme(running);
        if (expected != observed)
        {
            results.Fail(
                GateCode.Scheme, "scheme", $"certified statistics are {expected}, the runtime is decoding as {observed}", expected, observed);
            return;
        }

        new FactComparison(results, context.Scope, GateCode.Scheme).Meaning(
            "arithmetic", NormaliserWords.Arithmetic(certified.Arithmetic), NormaliserWords.Arithmetic(running.Arithmetic));
    }
}
