using System.CommandLine;
using System.Net;

namespace Interlock.Cli.Verbs.Live;

/// <summary><c>--live [address:port]</c>.</summary>
internal sealed class LiveOption
{
    public LiveOption()
    {
        Option = new Option<string?>("--live")
        {
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "address:port",
            Description = "Show it to viewers while it happens (Foxglove, the dashboard); default 127.0.0.1:8765, port 0 takes a free one",
        };
        Option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } word && (!IPEndPoint.TryParse(word, out _) || !word.Contains(':')))
            {
                result.AddError($"--live takes an address and a port, such as 127.0.0.1:8765, and `{word}` is none; write --live last, or --live=127.0.0.1:8765.");
            }
        });
    }

    public Option<string?> Option { get; }

    public bool IsGiven(ParseResult parsed) => parsed.GetResult(Option) is not null;

    public IPEndPoint? Endpoint(ParseResult parsed) => parsed.GetValue(Option) is { } word ? IPEndPoint.Parse(word) : null;

    /// <summary>As keys of a run file.</summary>
    public string[] Overrides(ParseResult parsed) => parsed.GetValue(Option) is { } word ? [$"live.listen={word}"] : [];
}
