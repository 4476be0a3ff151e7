using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace Interlock.Cli.Verbs.Dashboard;

/// <summary>The words of <c>interlock dashboard</c>.</summary>
internal sealed class DashboardWords
{
    private const string DefaultListen = "127.0.0.1:8080";
    private static readonly string[] LiveSchemes = ["ws://", "wss://"];

    private readonly Argument<string[]> _what = new("what")
    {
        Arity = new ArgumentArity(0, 2),
        HelpName = "DIR|ws://…",
        Description = "Folder with recordings, address of a live feed, or both; default: the folder runs",
    };

    private readonly Option<string> _listen = new("--listen") { HelpName = "address:port", Description = "Where browsers come; port 0 takes a free one", DefaultValueFactory = _ => DefaultListen };
    private readonly Option<string?> _tokens = new("--token-file") { HelpName = "file", Description = "Tokens of who may command and who may look, lines `operator TOKEN` and `viewer TOKEN`; made where it does not exist" };
    private readonly Option<string?> _viewerTokens = new("--viewer-token-file") { HelpName = "file", Description = "The same, of which only the viewer's token is taken" };
    private readonly Option<bool> _readOnly = new("--read-only") { Description = "Nobody commands and nobody writes notes" };
    private readonly Option<string?> _liveTokens = new("--live-token-file") { HelpName = "file", Description = "Tokens of the live feed; else the variable INTERLOCK_LIVE_TOKEN" };
    private readonly Option<bool> _open = new("--open") { Description = "Open it in this machine's browser" };
    private readonly Option<bool> _untilInputEnds = new("--until-input-ends") { Hidden = true };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_what);
        foreach (Option option in new Option[] { _listen, _tokens, _viewerTokens, _readOnly, _liveTokens, _open, _untilInputEnds })
        {
            command.Options.Add(option);
        }

        _listen.Validators.Add(result =>
        {
            if (!IPEndPoint.TryParse(result.GetValueOrDefault<string>(), out _))
            {
                result.AddError($"--listen takes an address and a port, such as {DefaultListen}.");
            }
        });
        command.Validators.Add(Check);
    }

    /// <summary>The folder with recordings; null for none.</summary>
    public string? Folder(ParseResult parsed) => Words(parsed).FirstOrDefault(word => !IsLive(word));

    /// <summary>The live feed; null for none.</summary>
    public Uri? Live(ParseResult parsed) => Words(parsed).FirstOrDefault(IsLive) is { } word ? new Uri(word) : null;

    public IPEndPoint Listen(ParseResult parsed) => IPEndPoint.Parse(parsed.GetRequiredValue(_listen));

    public string? TokenFile(ParseResult parsed) => parsed.GetValue(_tokens);

    public string? ViewerTokenFile(ParseResult parsed) => parsed.GetValue(_viewerTokens);

    public string? LiveTokenFile(ParseResult parsed) => parsed.GetValue(_liveTokens);

    public bool IsReadOnly(ParseResult parsed) => parsed.GetValue(_readOnly);

    public bool Opens(ParseResult parsed) => parsed.GetValue(_open);

    public bool EndsWithInput(ParseResult parsed) => parsed.GetValue(_untilInputEnds);

    private void Check(CommandResult result)
    {
        string[] words = result.GetValue(_what) ?? [];
        if (words.Count(IsLive) > 1 || words.Count(word => !IsLive(word)) > 1)
        {
            result.AddError("One folder and one live feed can be shown.");
        }
        else if (Array.Find(words, IsLive) is { } live && !Uri.TryCreate(live, UriKind.Absolute, out _))
        {
            result.AddError($"{live} is no address; an example is ws://127.0.0.1:8765.");
        }
    }

    private string[] Words(ParseResult parsed) => parsed.GetValue(_what) ?? [];

    private static bool IsLive(string word) => Array.Exists(LiveSchemes, scheme => word.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}
