using System.CommandLine;
using System.CommandLine.Parsing;
using Interlock.Runtime.Live;

namespace Interlock.Cli.Verbs.Live;

/// <summary><c>--live</c> and <c>--live-tokens</c> of a verb without a run file.</summary>
internal sealed class LiveWords(string name)
{
    private readonly LiveOption _live = new();
    private readonly Option<string?> _tokens = new("--live-tokens") { HelpName = "file", Description = "With --live: tokens of those who watch and command; made where it does not exist" };

    public void AddTo(Command command)
    {
        command.Options.Add(_live.Option);
        command.Options.Add(_tokens);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_tokens) is not null && result.GetResult(_live.Option) is null)
            {
                result.AddError("--live-tokens goes with --live.");
            }
        });
    }

    public bool IsGiven(CommandResult result) => result.GetResult(_live.Option) is not null;

    /// <summary>The feed that is asked for; null for none.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT251: the tokens cannot be read or made.</exception>
    public LiveFeedOptions? Options(ParseResult parsed) => !_live.IsGiven(parsed) ? null : new LiveFeedOptions
    {
        Listen = _live.Endpoint(parsed) ?? new LiveFeedOptions().Listen,
        Tokens = parsed.GetValue(_tokens) is { } tokens ? LiveTokens.ReadOrMake(tokens) : new LiveTokens(),
        Name = name,
    };
}
