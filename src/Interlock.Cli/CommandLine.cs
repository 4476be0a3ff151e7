using System.CommandLine;
using System.CommandLine.Invocation;

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

        CutOffOptions.Guard(root);
        VerbHelp.Install(root, host.Width);
        return root;
    }

    public static Task<int> RunAsync(string[] arguments, VerbHost host, CancellationToken cancellation = default)
    {
        ParseResult parsed = Build(host).Parse(arguments);
        if (parsed.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            return UsageErrors.RefuseEmptyWordAsync(host);
        }

        InvocationConfiguration configuration = new() { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false };
        return parsed.Action is ParseErrorAction action
            ? UsageErrors.WriteAsync(host, parsed, action)
            : FailureReport.GuardAsync(host, () => parsed.InvokeAsync(configuration, cancellation));
    }
}
