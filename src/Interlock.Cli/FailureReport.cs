using Interlock.Core.Diagnostics;

namespace Interlock.Cli;

/// <summary>Turns what went wrong in a verb into sentences and an exit code; the last line is the most useful one.</summary>
internal static class FailureReport
{
    /// <summary>What the command line returns when SIGTERM came and the verb did not end in time: 128 + 15.</summary>
    private const int Terminated = 143;

    public static async Task<int> GuardAsync(VerbHost host, Func<Task<int>> verb)
    {
        try
        {
            int code = await verb();
            return code is ExitCode.Interrupted or Terminated ? await InterruptedAsync(host) : code;
        }
        catch (DiagnosticException exception)
        {
            Write(host.Error, exception.Diagnostics);
            return ExitCode.FoundWanting;
        }
        catch (OperationCanceledException)
        {
            return await InterruptedAsync(host);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await host.Error.WriteLineAsync(exception.Message);
            return ExitCode.FoundWanting;
        }
    }

    /// <summary>Writes remarks, then warnings, then errors with the first one last.</summary>
    /// <param name="output">The error stream.</param>
    /// <param name="diagnostics">Findings in the order they were made.</param>
    /// <param name="rest">Where the findings are that are only counted, for example " (all of them with --json)".</param>
    public static void Write(TextWriter output, IEnumerable<Diagnostic> diagnostics, string rest = "")
    {
        foreach (string line in FindingLines.Of(diagnostics, rest))
        {
            output.WriteLine(line);
        }
    }

    private static async Task<int> InterruptedAsync(VerbHost host)
    {
        await host.Error.WriteLineAsync("Interrupted; nothing half-written was left behind.");
        return ExitCode.Interrupted;
    }
}
