using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Envelopes;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.ExecSpec.Manifest.Bundles;

/// <summary>
/// Bundles of OpenSSF Model Signing 1.0 (<c>*.sig</c>): a Sigstore bundle around a DSSE envelope around an in-toto statement. Only the
/// method <c>key</c> is verified; certificates and the transparency log need a network that a robot may not have.
/// </summary>
public static class ModelSigningBundle
{
    private const string PayloadType = "application/vnd.in-toto+json";
    private const string MediaTypeStart = "application/vnd.dev.sigstore.bundle";
    private const int LargestDepth = 32;

    private static readonly string[] OtherMethods = ["certificate", "x509CertificateChain"];
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LargestDepth, AllowDuplicateProperties = false };

    /// <summary>Verifies a bundle and reads the statement that it signs.</summary>
    /// <param name="utf8">The bundle.</param>
    /// <param name="trust">Whom to believe; the key that the bundle itself names is a hint and decides nothing.</param>
    /// <param name="file">Name of the bundle's file, for messages.</param>
    /// <exception cref="DiagnosticException">
    /// EX230 not a bundle; EX231 signed by another method; EX001 envelope; EX002 signatures; EX003 payload type; EX232 statement;
    /// EX233 shards, another hash than SHA-256, or symbolic links; EX234 subject does not fit the files; EX227 paths.
    /// </exception>
    public static SignedModel Verify(ReadOnlyMemory<byte> utf8, TrustStore trust, string? file = null)
    {
        DsseEnvelope envelope = Read(utf8, file);
        DiagnosticCollector findings = new();
        VerifiedPayload? payload = DsseVerifier.Verify(envelope, trust, [PayloadType], findings, file);
        findings.ThrowIfErrors();
        return ModelStatement.Read(payload!, file);
    }

    private static DsseEnvelope Read(ReadOnlyMemory<byte> utf8, string? file)
    {
        if (utf8.Length > DsseEnvelope.LargestFile)
        {
            throw Refused(ManifestCodes.BundleUnreadable, $"the bundle has {utf8.Length} bytes, at most {DsseEnvelope.LargestFile} are read", file);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Options);
            return Read(document.RootElement, file);
        }
        catch (JsonException exception)
        {
            throw Refused(ManifestCodes.BundleUnreadable, $"the bundle is not JSON: {exception.Message}", file);
        }
        catch (InvalidOperationException)
        {
            throw Refused(ManifestCodes.BundleUnreadable, "the bundle holds text that is not Unicode", file);
        }
    }

    private static DsseEnvelope Read(JsonElement root, string? file)
    {
        if (Member(root, "mediaType") is not { ValueKind: JsonValueKind.String } mediaType
            || !mediaType.GetString()!.StartsWith(MediaTypeStart, StringComparison.Ordinal))
        {
            throw Refused(ManifestCodes.BundleUnreadable, "mediaType is not that of a Sigstore bundle", file, "mediaType");
        }

        if (Member(root, "verificationMaterial") is not { ValueKind: JsonValueKind.Object } material)
        {
            throw Refused(ManifestCodes.BundleUnreadable, "there is no verificationMaterial", file, "verificationMaterial");
        }

        if (Member(material, "publicKey") is not { ValueKind: JsonValueKind.Object })
        {
            string method = material.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => OtherMethods.Contains(name)) ?? "an unknown method";
            throw Refused(ManifestCodes.BundleMethod, $"the bundle is signed by {Quoted.Of(method)}, not by a key", file, "verificationMaterial");
        }

        return Member(root, "dsseEnvelope") is { } envelope
            ? EnvelopeReader.Read(envelope, file)
            : throw Refused(ManifestCodes.BundleUnreadable, "there is no dsseEnvelope", file, "dsseEnvelope");
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;

    private static DiagnosticException Refused(string code, string message, string? file, string? key = null) =>
        new(code, message, new SourcePlace(file, Key: key), "expected an OpenSSF Model Signing bundle that was signed with a key");
}
