using Interlock.ExecSpec.Manifest;

namespace Interlock.ExecSpec.Certificates.Verification;

/// <summary>What a certificate is verified against.</summary>
public sealed record VerifyRequest
{
    /// <summary>Now.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The lowest level that is enough.</summary>
    public CertificateLevel RequiredLevel { get; init; }

    /// <summary>Folder (or single file) with the policy's files; null leaves them unchecked, which is reported.</summary>
    public string? ArtefactRoot { get; init; }

    /// <summary>How files are hashed; the certificate's own file belongs into <see cref="FileHashing.SignatureFile"/>.</summary>
    public FileHashing Hashing { get; init; } = new();

    /// <summary>Name of the certificate's file, for messages.</summary>
    public string? File { get; init; }
}
