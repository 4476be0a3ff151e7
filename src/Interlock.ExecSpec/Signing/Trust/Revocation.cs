namespace Interlock.ExecSpec.Signing.Trust;

/// <summary>One thing that is no longer valid.</summary>
/// <param name="Digest">Fingerprint of a key, or SHA-256 of a certificate's payload: 64 lower-case hexadecimal digits.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="At">When it was revoked. For the record: it counts for nothing as soon as the list names it, earlier signatures included.</param>
public sealed record Revocation(string Digest, string Reason, DateTimeOffset At);
