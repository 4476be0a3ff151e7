namespace Interlock.ExecSpec.Signing;

/// <summary>One signature of an envelope.</summary>
/// <param name="KeyId">Whose it is said to be; not authenticated and never used to decide anything. Null when the envelope does not say.</param>
/// <param name="Bytes">The signature: for ECDSA the DER sequence of r and s (RFC 3279).</param>
public sealed record DsseSignature(string? KeyId, ReadOnlyMemory<byte> Bytes);
