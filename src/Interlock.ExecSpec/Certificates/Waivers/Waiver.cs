namespace Interlock.ExecSpec.Certificates.Waivers;

/// <summary>Somebody's signed decision to start although a check fails. It holds for one certificate, for named checks and for a time.</summary>
public sealed record Waiver
{
    /// <summary>SHA-256 of the signed bytes of the certificate that it belongs to; a new certificate needs a new decision.</summary>
    public required string CertificateSha256 { get; init; }

    /// <summary>The checks, out of <see cref="WaivableCodes.All"/>; at least one.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who decided.</summary>
    public required string Approver { get; init; }

    /// <summary>From when on it holds, UTC, whole seconds.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>From when on it no longer holds, UTC, whole seconds.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What a finding that it covers adds to its text.</summary>
    public string Words => $"waived by {Approver} until {CertificateTime.Of(ExpiresAt)}, reason: {Reason}";
}
