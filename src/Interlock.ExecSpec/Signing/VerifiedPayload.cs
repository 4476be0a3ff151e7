using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Signing;

/// <summary>A payload that enough trusted keys signed: the very bytes that were verified, and nothing else may be parsed.</summary>
public sealed class VerifiedPayload
{
    internal VerifiedPayload(DsseEnvelope envelope, SignatureReport report)
    {
        Bytes = envelope.Payload;
        PayloadType = envelope.PayloadType;
        Sha256 = envelope.PayloadSha256;
        Report = report;
    }

    /// <summary>The bytes that were signed.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>What they are; signed with them.</summary>
    public string PayloadType { get; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>The different trusted keys that signed.</summary>
    public IReadOnlyList<VerificationKey> SignedBy => Report.SignedBy;

    /// <summary>Every signature with what became of it.</summary>
    public SignatureReport Report { get; }
}
