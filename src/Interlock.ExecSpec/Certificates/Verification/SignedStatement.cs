using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.ExecSpec.Certificates.Verification;

/// <summary>The checks that every signed document of ours goes through: EX001 envelope, EX002 signatures, EX003 kind, EX001 content.</summary>
internal sealed class SignedStatement
{
    private SignedStatement(DsseEnvelope envelope, SignatureReport report, bool isOurs)
    {
        (Envelope, Report, IsOurs) = (envelope, report, isOurs);
    }

    public DsseEnvelope Envelope { get; }

    public SignatureReport Report { get; }

    /// <summary>Whether the payload is of the expected kind, so that it may be parsed.</summary>
    public bool IsOurs { get; }

    public static SignedStatement? Open(ReadOnlyMemory<byte> bytes, string? file, TrustStore trust, string predicateType, FindingList results)
    {
        try
        {
            DsseEnvelope envelope = DsseEnvelope.Read(bytes, file);
            results.Pass(SigningCodes.EnvelopeUnreadable, "envelope", "the envelope is complete");
            SignatureReport report = DsseVerifier.Check(envelope, trust);
            CheckSignatures(report, results);
            return new SignedStatement(envelope, report, CheckKind(envelope, predicateType, results));
        }
        catch (DiagnosticException exception)
        {
            foreach (Diagnostic item in exception.Diagnostics)
            {
                results.Fail(SigningCodes.EnvelopeUnreadable, item.Place?.Key ?? "envelope", item.Message);
            }

            return null;
        }
    }

    /// <summary>Parses the payload, and reports what is wrong with it behind a broken signature, which is the first cause.</summary>
    public T? Parse<T>(Func<ReadOnlyMemory<byte>, DiagnosticCollector, T?> read, string what, FindingList results)
        where T : class
    {
        if (!IsOurs)
        {
            return null;
        }

        DiagnosticCollector findings = new();
        T? document = read(Envelope.Payload, findings);
        foreach (Diagnostic item in findings.Items.Where(item => item.Severity == DiagnosticSeverity.Error))
        {
            results.Fail(SigningCodes.EnvelopeUnreadable, item.Place?.Key is { Length: > 0 } key ? key : what, $"the {what} cannot be used: {item.Code} {item.Message}");
        }

        return document;
    }

    private static void CheckSignatures(SignatureReport report, FindingList results)
    {
        string expected = string.Join(", ", report.TrustedKeys.Select(key => key.Fingerprint));
        string observed = string.Join(", ", report.Signatures.Select(item => item.MadeBy?.Fingerprint ?? $"unverified {item.KeyId ?? "unnamed"}"));
        if (report.IsAccepted)
        {
            string signers = string.Join(", ", report.SignedBy);
            results.Pass(SigningCodes.NotEnoughSignatures, "signatures", $"signed by {signers}; {report.SignedBy.Count} of {report.Threshold} needed", observed);
        }
        else
        {
            results.Fail(SigningCodes.NotEnoughSignatures, "signatures", $"{report.Summary}; {report.Hint}", expected, observed);
        }
    }

    private static bool CheckKind(DsseEnvelope envelope, string predicateType, FindingList results)
    {
        if (envelope.PayloadType != StatementTypes.Payload)
        {
            results.Fail(
                SigningCodes.PayloadTypeUnknown, "payload type", StatementWords.OtherPayload(envelope.PayloadType), StatementTypes.Payload, envelope.PayloadType);
            return false;
        }

        if (StatementReader.PredicateTypeOf(envelope.Payload) is { } found && found != predicateType)
        {
            results.Fail(
                SigningCodes.PayloadTypeUnknown, "predicate type", $"the statement is a {Quoted.Of(found)}, expected {predicateType}", predicateType, found);
            return false;
        }

        results.Pass(SigningCodes.PayloadTypeUnknown, "payload type", $"the payload is {predicateType}", predicateType);
        return true;
    }
}
