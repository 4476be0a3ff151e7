using System.CommandLine;
using Interlock.Cli.Verbs.Live;
using Interlock.Cli.Verbs.Proxy;
using Interlock.Runtime.Proxies;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock proxy</c>: a guard between a robot's script and its policy server, without a change to either.</summary>
internal sealed class ProxyVerb : IVerb
{
    private const string Help =
        "Guard a policy server on the wire: the proxy takes its place for the robot's script, speaks the same protocol to both, and lets no\n" +
        "action through that the contract does not allow. Move the server to another port, or the script to the proxy's.\n" +
        "Ctrl-C ends it. Exit code 0 done or 130 interrupted, 2 contract or options found wanting, 3 refused by the gate, 5 the port is taken.\n\n" +
        "Example: interlock proxy --protocol openpi --listen 127.0.0.1:8000 --upstream ws://127.0.0.1:8001/ --contract arm.contract.yaml\n" +
        "The script un-normalises: … --replies normalised --spec goal.execspec.json\n" +
        "Only what was certified: … --certificate goal.cert.json --trust keys/ --level declared";

    private readonly ProxyWords _words = new();
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document at the end" };
    private readonly Option<bool> _jsonl = new("--jsonl") { Description = "One JSON line when it listens, for every event, and the counts last" };

    public Command Build(VerbHost host)
    {
        Command command = new("proxy", Help);
        _words.AddTo(command);
        command.Options.Add(_json);
        command.Options.Add(_jsonl);
        command.SetInterruptibleAction((parsed, cancellation) => Run(host, parsed, cancellation));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        ProxyReport report = new(host, parsed.GetValue(_jsonl) ? ProxyOutput.JsonLines : parsed.GetValue(_json) ? ProxyOutput.Json : ProxyOutput.Text);
        ProxyOptions options = _words.Options(host, parsed) with { OnEvent = report.Happened };
        if (options.Gate is { } gate && !report.Decided(gate))
        {
            return ExitCode.RefusedToStart;
        }

        using LiveView? live = _words.Live(parsed) is { } feed ? LiveView.Open(host, feed) : null;
        return ProxySession.Run(host, options with { Live = live?.Feed }, report, cancellation);
    }
}
