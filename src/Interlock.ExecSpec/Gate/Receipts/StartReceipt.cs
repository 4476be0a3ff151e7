using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Receipts;

/// <summary>What was observed when something was about to start: kept beside the recording, whatever was decided.</summary>
public sealed record StartReceipt
{
    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>What was decided and why.</summary>
    public required GateReport Report { get; init; }

    /// <summary>What was about to run.</summary>
    public required ExecutableSpec Running { get; init; }

    /// <summary>What it was compared with; null when the certificate could not be read.</summary>
    public ExecutableSpec? Certified { get; init; }

    /// <summary>SHA-256 of the certificate's payload; null when it was compared with an unsigned specification.</summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>The level that the certificate claims; null without one.</summary>
    public string? Level { get; init; }

    /// <summary>Name of the decode path that was probed; null when none was.</summary>
    public string? DecodePath { get; init; }
}
