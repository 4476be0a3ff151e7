using Interlock.Core.Diagnostics;

namespace Interlock.Cli.Verbs.Certify;

/// <summary>A verb that decides about trust refuses where another one would only be dissatisfied.</summary>
internal static class Refusals
{
    /// <summary>Runs a body; what it throws becomes findings on the error stream and the exit code of a refusal.</summary>
    public static int Guard(VerbHost host, Func<int> body)
    {
        try
        {
            return body();
        }
        catch (DiagnosticException exception)
        {
            FailureReport.Write(host.Error, exception.Diagnostics);
            return ExitCode.RefusedToStart;
        }
    }

    /// <summary>Refuses to replace a file.</summary>
    public static void KeepExisting(string path, bool overwrite)
    {
        if (!overwrite && Path.Exists(path))
        {
            throw new DiagnosticException("EX216", "the file exists", SourcePlace.OfFile(path), "state --overwrite to replace it, or give another name");
        }
    }
}
