namespace Interlock.Runtime.Live;

/// <summary>What a viewer has to show.</summary>
/// <param name="Operator">Opens the feed and lets its bearer command; null when nobody may.</param>
/// <param name="Viewer">Opens the feed for looking; null when this machine's users may look without one.</param>
public sealed record LiveTokens(string? Operator = null, string? Viewer = null)
{
    /// <summary>Environment variable in which a child process inherits the operator's token.</summary>
    public const string OperatorVariable = "INTERLOCK_LIVE_TOKEN";

    /// <summary>True when there is any.</summary>
    public bool IsAny => Operator is not null || Viewer is not null;

    /// <summary>New tokens of 128 random bits, from the operating system.</summary>
    public static LiveTokens New() => TokenFile.New();

    /// <summary>Reads tokens; a file that is not there is made, with new ones, for this user's eyes alone.</summary>
    /// <param name="path">Lines <c>operator TOKEN</c> and <c>viewer TOKEN</c>, one of them or both.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT251: it cannot be read or made, or has none.</exception>
    public static LiveTokens ReadOrMake(string path) => TokenFile.ReadOrMake(path);

    /// <summary>Words without the tokens: they do not belong into logs.</summary>
    public override string ToString() => $"{(Operator is null ? "no operator" : "operator")}, {(Viewer is null ? "no viewer token" : "viewer token")}";
}
