using Interlock.ExecSpec.Certificates.Waivers;
using Interlock.ExecSpec.Gate.Checks;

namespace Interlock.ExecSpec.Gate;

/// <summary>
/// Compares what is about to run with what was certified, and refuses where they differ. Every check is made and every failure collected;
/// a failure that no signed waiver covers keeps the robot where it is. The gate knows nothing of closed-loop behaviour: passing it means
/// that the policy is the one that was certified, not that it is a good one.
/// </summary>
public static class StartupGate
{
    private static readonly IGateCheck[] Checks =
    [
        new SchemeCheck(),
        new StatisticsCheck(),
        new MaskCheck(),
        new InertCheck(),
        new FiniteCheck(),
        new ProbeCheck(),
        new DriftCheck(),
        new NullMotionCheck(),
        new ChannelCheck(),
        new RepresentationCheck(),
        new RateCheck(),
        new GripperCheck(),
        new ControllerCheck(),
        new ObservationCheck(),
        new GoldenObservationCheck(),
        new RuntimeCheck(),
    ];

    /// <summary>Runs every check.</summary>
    public static GateReport Run(GateRequest request)
    {
        GateContext context = new(request);
        GateResults results = new();
        foreach (IGateCheck check in Checks)
        {
            check.Run(context, results);
        }

        return new GateReport
        {
            Findings = [.. request.CertificateFindings.Concat(results.Findings.OrderBy(finding => finding.Code, StringComparer.Ordinal)).Select(finding => Judge(finding, request))],
            Mode = request.Mode,
            Scope = request.Scope,
        };
    }

    private static GateFinding Judge(GateFinding finding, GateRequest request) =>
        finding.Status == GateStatus.Failed && WaivableCodes.Contains(finding.Code) && request.WaivedBy?.Invoke(finding) is { } waiver
            ? finding with { Status = GateStatus.Waived, Text = $"{finding.Text}; {waiver}" }
            : finding;
}
