using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Session.Gate;

namespace Interlock.Runtime.Proxies;

/// <summary>
/// The start gate in front of a proxy: what is about to be guarded, against its certificate, before anybody connects. What only the robot can tell (its
/// model, its serial number) is not seen on the wire; the report says that it was not checked.
/// </summary>
public static class ProxyGate
{
    /// <summary>Runs the gate.</summary>
    /// <param name="gate">Certificate and trust are needed; level, artefacts and waiver as for a run. Mode is ignored: a proxy enforces.</param>
    /// <param name="options">Of the proxy. A proxy without a specification takes the certificate's; the contract's rate counts as the measured one.</param>
    /// <param name="now">The wall clock.</param>
    /// <returns>The options with the decision, and with the specification; serve nobody unless its report says that it may start.</returns>
    /// <exception cref="DiagnosticException">RT234: certificate or trust is missing; EX codes: a file cannot be read.</exception>
    public static ProxyOptions Run(GateSettings gate, ProxyOptions options, DateTimeOffset now)
    {
        if (gate.Certificate is null || gate.Trust is null)
        {
            throw ProxyError.Of(
                ProxyCodes.GateIncomplete, "gate", $"the gate cannot decide without {(gate.Certificate is null ? "a certificate" : "the public keys to believe")}", "give --certificate and --trust");
        }

        DiagnosticCollector findings = new();
        GateDecision decision = StartGate.Run(gate with { Mode = GateMode.Enforce }, options.Spec, true, options.Contract.RateHz, now, findings);
        findings.ThrowIfErrors();
        return options with { Gate = decision, Spec = options.Spec ?? decision.Certified };
    }
}
