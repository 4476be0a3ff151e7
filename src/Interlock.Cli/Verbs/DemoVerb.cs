using System.CommandLine;
using System.CommandLine.Parsing;
using Interlock.Cli.Verbs.Demo;
using Interlock.Cli.Verbs.Demo.Campaign;
using Interlock.Cli.Verbs.Demo.WrongKey;
using Interlock.Cli.Verbs.Live;
using Interlock.Runtime.Live;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock demo</c>: a simulated arm, a policy that breaks in eight ways or is decoded wrongly, and what comes of it.</summary>
internal sealed class DemoVerb : IVerb
{
    private const string DefaultFolder = "interlock-demo";
    private const ulong DefaultSeed = 1;
    private const int DefaultDemonstrations = 50;
    private const int FewestDemonstrations = 20;
    private const int MostDemonstrations = 2000;
    private const string GateOn = "on";
    private const string GateOff = "off";

    private const string Help =
        "Guard a simulated arm against a policy that breaks in eight ways, or is decoded with the wrong statistics.\n" +
        "Example: interlock demo --fault wrong-key";

    private readonly Option<string> _folder = new("--out") { Description = "Folder for the files.", DefaultValueFactory = _ => DefaultFolder };

    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed of everything random.", DefaultValueFactory = _ => DefaultSeed };

    private readonly Option<int> _count = new("--demonstrations")
    {
        Description = $"Demonstrations to calibrate on, {FewestDemonstrations} to {MostDemonstrations}.",
        DefaultValueFactory = _ => DefaultDemonstrations,
    };

    private readonly Option<string?> _fault = new("--fault")
    {
        Description = $"Only this fault: {string.Join(", ", FaultName.All)}; or wrong-key, which no guard is meant to catch; or all, every fault through the whole loop.",
    };

    private readonly Option<string> _gate = new("--gate")
    {
        Description = "With wrong-key: off lets the simulation start although the gate refuses.",
        DefaultValueFactory = _ => GateOn,
    };

    private readonly Option<bool> _dashboard = new("--dashboard") { Description = "Afterwards the arm in real time, in a browser, with faults." };

    private readonly LiveWords _live = new("interlock demo");

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON document." };

    public Command Build(VerbHost host)
    {
        _gate.AcceptOnlyFromAmong(GateOn, GateOff);
        Command command = new("demo", Help) { _folder, _seed, _count, _fault, _gate, _dashboard, _json };
        _live.AddTo(command);
        command.Validators.Add(Check);
        command.SetAction((result, cancellation) => RunAsync(host, result, cancellation));
        return command;
    }

    private void Check(CommandResult result)
    {
        if (FaultOf(result.GetValue(_fault)) is { } fault && fault is not (WrongKeyDemo.Fault or CampaignDemo.Fault) && !FaultName.All.Contains(fault))
        {
            result.AddError($"--fault {fault} is not known; choose {string.Join(", ", FaultName.All)} wrong-key or all.");
        }

        if ((result.GetValue(_dashboard) || _live.IsGiven(result)) && (result.GetValue(_json) || FaultOf(result.GetValue(_fault)) is WrongKeyDemo.Fault or CampaignDemo.Fault))
        {
            result.AddError("--dashboard and --live go neither with --json nor with --fault wrong-key or all.");
        }

        if (result.GetResult(_gate) is { Implicit: false } && FaultOf(result.GetValue(_fault)) != WrongKeyDemo.Fault)
        {
            result.AddError("--gate only means something with --fault wrong-key.");
        }
    }

    private async Task<int> RunAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        int demonstrations = parsed.GetValue(_count);
        if (demonstrations is < FewestDemonstrations or > MostDemonstrations)
        {
            await host.Error.WriteLineAsync(
                $"--demonstrations is {demonstrations}; it has to be {FewestDemonstrations} to {MostDemonstrations}.");
            return ExitCode.Usage;
        }

        string? fault = FaultOf(parsed.GetValue(_fault));
        if (fault == WrongKeyDemo.Fault)
        {
            WrongKeyOptions wrongKey = new(parsed.GetValue(_seed), demonstrations, parsed.GetValue(_gate) != GateOff, parsed.GetValue(_json));
            return await Task.Run(() => WrongKeyDemo.Run(host, wrongKey, cancellation), cancellation);
        }

        if (fault == CampaignDemo.Fault)
        {
            return await Task.Run(() => CampaignDemo.Run(host, parsed.GetValue(_seed), parsed.GetValue(_json), cancellation), cancellation);
        }

        DemoOptions options = new(parsed.GetValue(_folder)!, parsed.GetValue(_seed), demonstrations, parsed.GetValue(_json), fault);
        bool hasDashboard = parsed.GetValue(_dashboard);
        LiveFeedOptions? live = _live.Options(parsed);
        int exit = await GuardAsync(host, options, cancellation);
        return exit == ExitCode.Ok && (hasDashboard || live is not null)
            ? await Task.Run(() => DemoShow.Run(host, options, live, hasDashboard, cancellation), cancellation)
            : exit;
    }

    private static async Task<int> GuardAsync(VerbHost host, DemoOptions options, CancellationToken cancellation)
    {
        using DemoFolder folder = new(options.Folder);
        if (folder.FindForeignFile() is { } foreign)
        {
            await host.Error.WriteLineAsync($"'{foreign}' was not written by the demo and is not overwritten; choose another folder with --out.");
            return ExitCode.RefusedToStart;
        }

        DemoSession session = new(host, options, folder, source => DemoCalibration.Run(source, options.Seed));
        DemoResult result = await Task.Run(() => session.Run(cancellation), cancellation);
        DemoReport.Write(host, result);
        return ExitCode.Ok;
    }

    private static string? FaultOf(string? word) => word is null ? null : FaultName.Normal(word);
}
