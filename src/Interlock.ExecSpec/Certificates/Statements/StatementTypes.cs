using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Signing;

namespace Interlock.ExecSpec.Certificates.Statements;

/// <summary>
/// What our signed documents call themselves. The envelope says "in-toto", so that in-toto tools can open it; what kind of statement it is
/// stands in the predicate type, inside the signed bytes, so that a waiver or somebody else's attestation never passes for a certificate.
/// </summary>
public static class StatementTypes
{
    /// <summary>DSSE payload type that the in-toto attestation framework prescribes for its statements.</summary>
    public const string Payload = "application/vnd.in-toto+json";

    /// <summary>The <c>_type</c> of an in-toto Statement v1.</summary>
    public const string Statement = "https://in-toto.io/Statement/v1";

    /// <summary>Predicate type of a certificate: a name that needs no host.</summary>
    public const string Certificate = "urn:interlock:execspec-certificate:v1";

    /// <summary>Predicate type of a waiver.</summary>
    public const string Waiver = "urn:interlock:execspec-waiver:v1";

    /// <summary>What the payload of an envelope says it is, whoever signed it; null when it does not say.</summary>
    public static string? Of(DsseEnvelope envelope) => StatementReader.PredicateTypeOf(envelope.Payload);

    /// <summary>What the payload of an envelope says it is; null when it does not say or there is no envelope.</summary>
    /// <param name="bytes">The file.</param>
    public static string? Of(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Of(DsseEnvelope.Read(bytes));
        }
        catch (DiagnosticException)
        {
            return null;
        }
    }
}
