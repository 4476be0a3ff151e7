using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Manifest;

/// <summary>One file that is not as it was signed.</summary>
/// <param name="Change">What happened to it.</param>
/// <param name="Path">Relative path.</param>
/// <param name="Signed">SHA-256 that was signed; null for an extra file.</param>
/// <param name="Found">SHA-256 that was found; null for a missing file.</param>
public sealed record ManifestDifference(ManifestChange Change, string Path, string? Signed, string? Found)
{
    /// <summary>The difference as a finding: EX010 changed, EX011 missing, EX012 extra.</summary>
    /// <param name="root">The folder or file that was looked at, for the place.</param>
    public Diagnostic ToDiagnostic(string? root = null)
    {
        SourcePlace place = new(root, Key: Path);
        string name = Quoted.Of(Path);
        (string code, string message, string hint) = Change switch
        {
            ManifestChange.Changed => (ManifestCodes.Changed, $"{name} has SHA-256 {Found}, certified {Signed}", "restore the file, or certify the new one"),
            ManifestChange.Missing => (ManifestCodes.Missing, $"{name} is missing, certified {Signed}", "restore the file"),
            _ => (ManifestCodes.Extra, $"{name} is not certified and has SHA-256 {Found}", "move the file away, or certify it with the others"),
        };
        return new Diagnostic(code, DiagnosticSeverity.Error, message, place, hint);
    }
}
