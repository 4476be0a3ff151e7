using System.Security.Cryptography;

namespace Interlock.ExecSpec.Signing.Keys;

/// <summary>What belongs to a curve.</summary>
internal static class CurveRules
{
    // SubjectPublicKeyInfo up to the coordinates (RFC 5480): id-ecPublicKey, the named curve, an uncompressed point. The bytes tell the
    // curve on every platform; the framework's own names of curves differ between them.
    private static ReadOnlySpan<byte> P256Prefix =>
    [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08,
        0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
    ];

    private static ReadOnlySpan<byte> P384Prefix =>
    [
        0x30, 0x76, 0x30, 0x10, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x05,
        0x2B, 0x81, 0x04, 0x00, 0x22, 0x03, 0x62, 0x00, 0x04,
    ];

    /// <summary>The curve of an encoded public key; null for one that is not supported.</summary>
    public static KeyCurve? CurveOf(ReadOnlySpan<byte> subjectPublicKeyInfo) =>
        subjectPublicKeyInfo.StartsWith(P256Prefix) ? KeyCurve.P256
        : subjectPublicKeyInfo.StartsWith(P384Prefix) ? KeyCurve.P384
        : null;

    public static HashAlgorithmName HashOf(KeyCurve curve) =>
        curve == KeyCurve.P256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA384;

    public static ECCurve ParametersOf(KeyCurve curve) =>
        curve == KeyCurve.P256 ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384;
}
