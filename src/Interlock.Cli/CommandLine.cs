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

        VerbHelp.Install(root, host.Width);
        return root;
    }

    public static async Task<int> RunAsync(string[] arguments, VerbHost host, CancellationToken cancellation = default)
    {
        ParseResult parsed = Build(host).Parse(arguments);
        InvocationConfiguration configuration = new() { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false };
        return parsed.Errors.Count > 0
            ? await RefuseAsync(parsed, configuration)
            : await FailureReport.GuardAsync(host, () => parsed.InvokeAsync(configuration, cancellation));
    }

    /// <summary>Says what is wrong with the words, on the error stream; the whole help only where there were no words at all.</summary>
    private static async Task<int> RefuseAsync(ParseResult parsed, InvocationConfiguration configuration)
    {
        bool askedForNothing = parsed.Tokens.Count == 0;
        if (parsed.Action is ParseErrorAction action)
        {
            action.ShowHelp = askedForNothing;
        }

        configuration.Output = askedForNothing ? configuration.Output : configuration.Error;
        await parsed.InvokeAsync(configuration);
        return ExitCode.Usage;
    }
}
