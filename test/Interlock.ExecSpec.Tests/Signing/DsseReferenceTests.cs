using System.Numerics;
using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Tests.Signing;

/// <summary>
/// The example of the DSSE protocol document, with its own key and signature. The document writes the signature as r and s one after
/// the other; envelopes of ours, of in-toto and of Sigstore carry the DER sequence, so it is re-encoded here and its numbers kept.
/// </summary>
public sealed class DsseReferenceTests
{
    private const string X = "46950820868899156662930047687818585632848591499744589407958293238635476079160";
    private const string Y = "5640078356564379163099075877009565129882514886557779369047442380624545832820";
    private const string Published = "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==";

    [Fact]
    public void The_published_signature_verifies_with_the_published_key()
    {
        byte[] envelope = System.Text.Encoding.UTF8.GetBytes($$"""
            {"payload": "aGVsbG8gd29ybGQ=", "payloadType": "http://example.com/HelloWorld", "signatures": [{"sig": "{{Der(Published)}}"}]}
            """);
        SignatureReport report = DsseVerifier.Check(DsseEnvelope.Read(envelope), [PublishedKey()]);
        Assert.True(report.IsAccepted, report.Summary);
    }

    [Fact]
    public void The_published_signature_does_not_verify_for_another_body()
    {
        DsseEnvelope envelope = DsseEnvelope.Read(System.Text.Encoding.UTF8.GetBytes($$"""
            {"payload": "aGVsbG8gd29ybGR=", "payloadType": "http://example.com/HelloWorld", "signatures": [{"sig": "{{Der(Published)}}"}]}
            """.Replace("ybGR=", "ybGUh", StringComparison.Ordinal)));
        Assert.False(DsseVerifier.Check(envelope, [PublishedKey()]).IsAccepted);
    }

    private static VerificationKey PublishedKey()
    {
        using ECDsa key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Bytes(X), Y = Bytes(Y) } });
        return VerificationKey.ParsePem(key.ExportSubjectPublicKeyInfoPem());
    }

    private static byte[] Bytes(string number)
    {
        byte[] bytes = BigInteger.Parse(number, CultureInfo.InvariantCulture).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    private static string Der(string rawBase64)
    {
        byte[] raw = Convert.FromBase64String(rawBase64);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(raw.AsSpan(0, 32), isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(raw.AsSpan(32), isUnsigned: true, isBigEndian: true));
        }

        return Convert.ToBase64String(writer.Encode());
    }
}
