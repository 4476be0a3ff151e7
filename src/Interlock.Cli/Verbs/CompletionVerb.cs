using System.CommandLine;
using Interlock.Cli.Verbs.Completion;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock completion SHELL</c>: the script with which a shell completes verbs and options.</summary>
internal sealed class CompletionVerb : IVerb
{
    private const string Help =
        "Print the completion script of a shell.\n\n" +
        "bash: source <(interlock completion bash)\n" +
        "zsh:  source <(interlock completion zsh)\n" +
        "fish: interlock completion fish | source\n" +
        "pwsh: interlock completion pwsh | Out-String | Invoke-Expression\n\n" +
        "Example: interlock completion bash > interlock.bash";

    private readonly Argument<string> _shell = new("shell") { Description = string.Join(", ", CompletionScripts.Shells) };

    public Command Build(VerbHost host)
    {
        _shell.AcceptOnlyFromAmong([.. CompletionScripts.Shells]);
        Command command = new("completion", Help) { _shell };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        IReadOnlyList<CompletionWords> words = CompletionWords.Of(parsed.RootCommandResult.Command);
        host.Out.Write(CompletionScripts.Of(parsed.GetRequiredValue(_shell), words));
        return ExitCode.Ok;
    }
}
