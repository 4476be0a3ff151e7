using System.CommandLine;

namespace Interlock.Cli;

/// <summary>Builds the command tree and runs one invocation.</summary>
internal static class CommandLine
{
    public static RootCommand Build(VerbHost host)
    {
        RootCommand root = new("Interlock: knows what a learned robot policy's numbers mean, and keeps every command inside a contract.");
        foreach (IVerb verb in VerbCatalogue.All)
        {
            root.Subcommands.Add(verb.Build(host));
        }

        return root;
    }

    public static async Task<int> RunAsync(string[] arguments, VerbHost host, CancellationToken cancellation = default)
    {
        ParseResult parsed = Build(host).Parse(arguments);
        InvocationConfiguration configuration = new() { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false };
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync(configuration, cancellation);
            return ExitCode.Usage;
        }

        return await FailureReport.GuardAsync(host, () => parsed.InvokeAsync(configuration, cancellation));
    }
}
