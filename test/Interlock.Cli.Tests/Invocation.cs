using System.Text.Json;

namespace Interlock.Cli.Tests;

/// <summary>One run of the command line without a process: exit code and both outputs.</summary>
internal sealed record Invocation(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public IEnumerable<JsonElement> JsonLines => Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement);

    public string LastErrorLine => Errors.TrimEnd().Split('\n')[^1];

    public string LastOutputLine => Output.TrimEnd().Split('\n')[^1];

    public static Task<Invocation> RunAsync(params string[] arguments) => RunAsync(80, arguments);

    public static async Task<Invocation> RunAsync(int width, string[] arguments, CancellationToken cancellation = default)
    {
        using StringWriter output = new();
        using StringWriter errors = new();
        VerbHost host = new() { Out = output, Error = errors, Clock = TimeProvider.System, Width = width };
        int exitCode = await CommandLine.RunAsync(arguments, host, cancellation);
        return new Invocation(exitCode, output.ToString(), errors.ToString());
    }
}
