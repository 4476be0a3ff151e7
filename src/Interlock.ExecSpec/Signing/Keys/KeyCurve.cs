namespace Interlock.ExecSpec.Signing.Keys;

/// <summary>Elliptic curve and hash of a signing key.</summary>
public enum KeyCurve
{
    /// <summary>ECDSA on NIST P-256 with SHA-256: the one that every verifier of model signatures knows.</summary>
    P256,

    /// <summary>ECDSA on NIST P-384 with SHA-384.</summary>
    P384,
}
