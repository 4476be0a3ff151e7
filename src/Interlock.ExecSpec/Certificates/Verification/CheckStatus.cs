namespace Interlock.ExecSpec.Certificates.Verification;

/// <summary>What came of one check of a signed document.</summary>
public enum CheckStatus
{
    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>Not looked at; the text tells why.</summary>
    NotChecked,

    /// <summary>Failed: refuse.</summary>
    Failed,
}
