using Interlock.Core.Diagnostics;

namespace Interlock.Cli;

/// <summary>Turns what went wrong in a verb into sentences and an exit code; the last line is the most useful one.</summary>
internal static class FailureReport
{
    public static async Task<int> GuardAsync(VerbHost host, Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (DiagnosticException exception)
        {
            Write(host.Error, exception.Diagnostics);
            return ExitCode.FoundWanting;
        }
        catch (OperationCanceledException)
        {
            await host.Error.WriteLineAsync("Interrupted; nothing half-written was left behind.");
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await host.Error.WriteLineAsync(exception.Message);
            return ExitCode.FoundWanting;
        }
    }

    /// <summary>Writes remarks and warnings first and the first error last.</summary>
    public static void Write(TextWriter output, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic item in diagnostics.Reverse().OrderBy(item => item.Severity))
        {
            string severity = item.Severity.ToString().ToLowerInvariant();
            output.WriteLine($"{severity}: {item}");
        }
    }
}
