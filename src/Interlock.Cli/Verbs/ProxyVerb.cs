using System.CommandLine;
using Interlock.Cli.Verbs.Dashboard;
using Interlock.Cli.Verbs.Live;
using Interlock.Cli.Verbs.Proxy;
using Interlock.Cli.Verbs.Telemetry;
using Interlock.Runtime.Live;
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
        "In a browser: … --dashboard\n" +
        "Only what was certified: … --certificate goal.cert.json --trust keys/ --level declared";

    private readonly ProxyWords _words = new();
    private readonly TelemetryWords _telemetry = new();
    private readonly LiveWords _live = new("interlock proxy");
    private readonly Option<bool> _dashboard = new("--dashboard") { Description = "Show its sessions in a browser, by a process of its own" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document at the end" };
    private readonly Option<bool> _jsonl = new("--jsonl") { Description = "One JSON line when it listens, for every event, and the counts last" };

    public Command Build(VerbHost host)
    {
        Command command = new("proxy", Help);
        _words.AddTo(command);
        _live.AddTo(command);
        command.Options.Add(_dashboard);
        _telemetry.AddTo(command);
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

        bool hasDashboard = parsed.GetValue(_dashboard);
        using LiveView? live = LiveView.Open(host, _live.Options(parsed), hasDashboard, LiveKind.Proxy);
        return ProxySession.Run(
            host,
            options with { Live = live?.Feed },
            report,
            cancellation,
            _telemetry.Wishes(parsed),
            () => hasDashboard ? DashboardChild.Start(host, live!.Feed.Address, live.OperatorToken, ShownFolder.Of(options.RecordFolder)) : null);
    }
}
