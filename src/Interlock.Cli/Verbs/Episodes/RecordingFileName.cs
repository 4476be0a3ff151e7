using Interlock.Core.Diagnostics;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary>Notes are only written beside a recording that is there.</summary>
internal static class RecordingFileName
{
    /// <exception cref="DiagnosticException">RC053: there is no such recording.</exception>
    public static string Require(string path) => File.Exists(path) && path.EndsWith(".mcap", StringComparison.OrdinalIgnoreCase)
        ? path
        : throw new DiagnosticException("RC053", File.Exists(path) ? "this is not a recording" : "there is no such recording", SourcePlace.OfFile(path), "'interlock episodes FOLDER' lists the recordings of a folder");
}
