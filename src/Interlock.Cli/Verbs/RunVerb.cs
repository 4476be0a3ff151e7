using System.CommandLine;
using Interlock.Cli.Verbs.Config;
using Interlock.Cli.Verbs.Live;
using Interlock.Cli.Verbs.Run;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock run</c>: a policy on a robot, guarded, supervised and recorded.</summary>
internal sealed class RunVerb : IVerb
{
    private const string Help =
        "Run a policy on a robot: gate, loop, guard, supervisor and flight recorder from one run file.\n" +
        "Nothing moves before you arm and start: press Enter, or say --start.\n\n" +
        "Keys: space pauses and goes on · Esc stops (a software stop, latched; not an emergency stop) · r resets, then a arms and s starts · " +
        "Enter answers a question · t takes over with the arrow keys, b hands back · y and n mark success and failure · q ends.\n\n" +
        "Exit code 0 done, 2 file or recording found wanting, 3 refused to start, 4 stopped, 5 device or peer, 130 interrupted.\n\n" +
        "Example: interlock run examples/run/table-arm.run.yaml --start";

    private readonly RunFileOptions _file = new();
    private readonly Option<bool> _start = new("--start") { Description = "Arm and start without asking" };
    private readonly Option<bool> _shadow = new("--shadow") { Description = "Judge and record, move nothing" };
    private readonly Option<bool> _virtual = new("--virtual-time")
    {
        Description = "Simulated robots: do not wait for real time; the same run every time",
    };

    private readonly LiveOption _live = new();
    private readonly Option<bool> _dashboard = new("--dashboard") { Description = "Show it in a browser, by a process of its own" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document at the end" };
    private readonly Option<bool> _jsonl = new("--jsonl") { Description = "One JSON line for every event, and the outcome last" };

    public Command Build(VerbHost host)
    {
        Command command = new("run", Help) { _start, _shadow, _virtual, _live.Option, _dashboard, _json, _jsonl };
        _file.AddTo(command);
        command.SetInterruptibleAction((parsed, cancellation) => new Deployment(host, Request(parsed), cancellation).Run());
        return command;
    }

    private RunRequest Request(ParseResult parsed) => new()
    {
        Load = findings => _file.Load(parsed, findings, [.. parsed.GetValue(_shadow) ? ["run.shadow=true"] : Array.Empty<string>(), .. _live.Overrides(parsed)]),
        Starts = parsed.GetValue(_start),
        IsVirtual = parsed.GetValue(_virtual),
        IsLive = _live.IsGiven(parsed),
        HasDashboard = parsed.GetValue(_dashboard),
        Output = parsed.GetValue(_json) ? RunOutput.Json : parsed.GetValue(_jsonl) ? RunOutput.JsonLines : RunOutput.Text,
    };
}
