using Interlock.Core.Text;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX070: the chunk that a deterministic policy gives for a fixed observation.</summary>
internal sealed class GoldenObservationCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        if (context.Request.GoldenChunk is not { } golden)
        {
            results.Skip(GateCode.GoldenObservation, "golden observation", "no answer to a fixed observation was taken");
        }
        else if (golden.Certified.Count != golden.Observed.Count || golden.Certified.Count == 0)
        {
            results.Fail(
                GateCode.GoldenObservation, "golden observation", $"the policy answered {golden.Observed.Count} numbers; certified are {golden.Certified.Count}",
                Fact.Of(golden.Certified.Count), Fact.Of(golden.Observed.Count));
        }
        else
        {
            Compare(golden, results);
        }
    }

    private static void Compare(GoldenChunk golden, GateResults results)
    {
        double most = golden.Certified.Zip(golden.Observed, (certified, observed) => Math.Abs(certified - observed)).Aggregate(0.0, Larger);
        string text = $"the answer to the fixed observation differs by at most {ShortNumber.Of(most)}; tolerated are {ShortNumber.Of(golden.Tolerance)}";
        if (most <= golden.Tolerance)
        {
            results.Pass(GateCode.GoldenObservation, "golden observation", text);
        }
        else
        {
            results.Fail(GateCode.GoldenObservation, "golden observation", text, Fact.Of(golden.Tolerance), Fact.Of(most));
        }
    }

    private static double Larger(double a, double b) => double.IsNaN(a) || double.IsNaN(b) ? double.NaN : Math.Max(a, b);
}
