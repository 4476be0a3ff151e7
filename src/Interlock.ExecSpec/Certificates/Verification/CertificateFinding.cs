namespace Interlock.ExecSpec.Certificates.Verification;

/// <summary>The outcome of one check about one thing.</summary>
/// <param name="Code">EX001 to EX004, EX010 to EX012; EX217 and EX218 for waivers.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Subject">What was looked at: <c>signatures</c>, <c>validity</c>, <c>level</c>, a path.</param>
/// <param name="Text">One sentence for a person, without a final full stop.</param>
/// <param name="Expected">What should be, as text; null where there is nothing to compare.</param>
/// <param name="Observed">What is, as text.</param>
public sealed record CertificateFinding(
    string Code, CheckStatus Status, string Subject, string Text, string? Expected = null, string? Observed = null);
