using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate;

/// <summary>What the gate compares with what.</summary>
public sealed record GateRequest
{
    /// <summary>The specification that was certified, its siblings included; from a verified certificate wherever one exists.</summary>
    public required ExecutableSpec Certified { get; init; }

    /// <summary>What is about to run, as far as it was observed. Nothing in it may be copied from the certificate.</summary>
    public required ExecutableSpec Running { get; init; }

    /// <summary>The decode path that will really be used; null when there is none to probe.</summary>
    public IDecodePath? DecodePath { get; init; }

    /// <summary>Findings about certificate and files (EX001 to EX012), made while they were verified.</summary>
    public IReadOnlyList<GateFinding> CertificateFindings { get; init; } = [];

    /// <summary>What is at hand.</summary>
    public GateScope Scope { get; init; } = GateScope.WithRobot;

    /// <summary>What follows from a failure. Only a simulation may use another than the default.</summary>
    public GateMode Mode { get; init; } = GateMode.Enforce;

    /// <summary>Rate of a dry run of the loop, in hertz; null when none was made.</summary>
    public double? MeasuredRateHz { get; init; }

    /// <summary>The chunk that the policy gave for the golden observation, with the certified one; null when the policy cannot be made deterministic.</summary>
    public GoldenChunk? GoldenChunk { get; init; }

    /// <summary>Words of the signed waiver that covers a failure; null for none. Asked only about checks that may be waived (<see cref="Certificates.Waivers.WaivableCodes"/>).</summary>
    public Func<GateFinding, string?>? WaivedBy { get; init; }
}
