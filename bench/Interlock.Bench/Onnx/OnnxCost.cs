namespace Interlock.Bench.Onnx;

/// <summary>Medians of one inference.</summary>
/// <param name="BareMs">Of the runtime alone, ms.</param>
/// <param name="PolicyMs">Of the policy, ms.</param>
/// <param name="Bytes">Allocated on the managed heap per answer.</param>
internal sealed record OnnxCost(double BareMs, double PolicyMs, double Bytes)
{
    private const double UsPerMs = 1000;
    private const double Percent = 100;

    public double OverheadUs => (PolicyMs - BareMs) * UsPerMs;

    public double OverheadPercent => Percent * (PolicyMs - BareMs) / BareMs;
}
