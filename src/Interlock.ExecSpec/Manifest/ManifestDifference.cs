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
        return Change switch
        {
            ManifestChange.Changed => new(ManifestCodes.Changed, DiagnosticSeverity.Error, $"{name} has SHA-256 {Found}, certified {Signed}", place, "restore the file, or certify the new one"),
            ManifestChange.Missing => new(ManifestCodes.Missing, DiagnosticSeverity.Error, $"{name} is missing, certified {Signed}", place, "restore the file"),
            _ => new(ManifestCodes.Extra, DiagnosticSeverity.Error, $"{name} is not certified and has SHA-256 {Found}", place, "move the file away, or certify it: a file that is loaded by chance is part of the policy"),
        };
    }
}
