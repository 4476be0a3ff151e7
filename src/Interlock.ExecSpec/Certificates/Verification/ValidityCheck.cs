using Interlock.Core.Text;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.ExecSpec.Certificates.Verification;

/// <summary>EX004: the period, the revocation list and the level.</summary>
internal static class ValidityCheck
{
    public const string Code = "EX004";

    public static void Period(DateTimeOffset issued, DateTimeOffset expires, DateTimeOffset now, FindingList results)
    {
        string period = $"{CertificateTime.Of(issued)} to {CertificateTime.Of(expires)}";
        string at = CertificateTime.Of(now);
        if (now < issued)
        {
            results.Fail(Code, "validity", $"not valid yet: issued at {CertificateTime.Of(issued)}, now is {at}; is the clock right?", period, at);
        }
        else if (now >= expires)
        {
            results.Fail(Code, "validity", $"expired at {CertificateTime.Of(expires)}, now is {at}", period, at);
        }
        else
        {
            results.Pass(Code, "validity", $"valid from {period}", at);
        }
    }

    public static void Revocation(string payloadSha256, TrustStore trust, FindingList results)
    {
        if (trust.Revocations.FindCertificate(payloadSha256) is { } revoked)
        {
            results.Fail(
                Code, "revocation", $"revoked at {CertificateTime.Of(revoked.At)}: {Quoted.Of(revoked.Reason)} (payload SHA-256 {payloadSha256})", "not revoked", "revoked");
        }
        else
        {
            results.Pass(Code, "revocation", "not on the revocation list", payloadSha256);
        }
    }

    public static void Level(Certificate certificate, CertificateLevel required, FindingList results)
    {
        (string claimed, string supported, string needed) =
            (EnumWord.Of(certificate.Level), EnumWord.Of(certificate.SupportedLevel), EnumWord.Of(required));
        if (certificate.Level > certificate.SupportedLevel)
        {
            results.Fail(Code, "level", $"the certificate claims level {claimed}, its evidence supports {supported}; required is {needed}", needed, supported);
        }
        else if (certificate.Level < required)
        {
            results.Fail(Code, "level", $"the certificate has level {claimed}, required is {needed}", needed, claimed);
        }
        else
        {
            results.Pass(Code, "level", $"level {claimed}, required is {needed}", claimed);
        }
    }
}
