using System.Text.Json;

namespace Interlock.Cli.Tests;

/// <summary>One run of the command line without a process: exit code and both outputs.</summary>
internal sealed record Invocation(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public string LastErrorLine => Errors.TrimEnd().Split('\n')[^1];

    public static async Task<Invocation> RunAsync(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter errors = new();
        VerbHost host = new() { Out = output, Error = errors, Clock = TimeProvider.System };
        int exitCode = await CommandLine.RunAsync(arguments, host);
        return new Invocation(exitCode, output.ToString(), errors.ToString());
    }
}
