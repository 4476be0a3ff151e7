using Interlock.ExecSpec.Certificates.Verification;
using Interlock.ExecSpec.Certificates.Waivers;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate;

/// <summary>
/// The gate against a certificate: deny unless a matching certificate is believed. A certificate that is not believed is still compared,
/// so that every failure is seen at once; its own failure remains and refuses.
/// </summary>
public static class CertificateGate
{
    /// <summary>Runs the gate.</summary>
    /// <param name="verification">What came of verifying the certificate.</param>
    /// <param name="waivers">The waivers that hold for it.</param>
    /// <param name="request">Makes the request for the certified specification that is handed in.</param>
    /// <returns>The report; only the certificate's findings where it cannot be read.</returns>
    public static GateReport Run(CertificateVerification verification, WaiverSet waivers, Func<ExecutableSpec, GateRequest> request)
    {
        GateFinding[] own = [.. verification.Findings.Select(Translate)];
        if (verification.Claims is not { } claims)
        {
            return new GateReport { Findings = own, Mode = GateMode.Enforce, Scope = GateScope.WithRobot };
        }

        return StartupGate.Run(request(claims.Spec) with
        {
            CertificateFindings = own,
            WaivedBy = finding => waivers.Find(finding.Code)?.Words,
        });
    }

    private static GateFinding Translate(CertificateFinding finding) => new(
        finding.Code,
        finding.Status switch
        {
            CheckStatus.Passed => GateStatus.Passed,
            CheckStatus.NotChecked => GateStatus.NotChecked,
            _ => GateStatus.Failed,
        },
        finding.Subject,
        finding.Text,
        finding.Expected,
        finding.Observed);
}
