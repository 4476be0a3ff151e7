using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Check;

/// <summary>What a comparison came to.</summary>
/// <param name="Against">The file that it was compared with.</param>
/// <param name="Report">The decision.</param>
/// <param name="Certified">The specification in that file; null when it cannot be read.</param>
internal sealed record GateOutcome(string Against, GateReport Report, ExecutableSpec? Certified)
{
    /// <summary>SHA-256 of the certificate's payload; null for a specification.</summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>Level of the certificate; null for a specification.</summary>
    public string? Level { get; init; }
}
