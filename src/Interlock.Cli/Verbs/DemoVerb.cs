using System.CommandLine;
using Interlock.Cli.Verbs.Demo;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock demo</c>: a simulated arm, a policy that breaks in eight ways, and what the guard makes of it.</summary>
internal sealed class DemoVerb : IVerb
{
    private const string DefaultFolder = "interlock-demo";
    private const ulong DefaultSeed = 1;
    private const int DefaultDemonstrations = 50;
    private const int FewestDemonstrations = 20;
    private const int MostDemonstrations = 2000;

    public Command Build(VerbHost host)
    {
        Option<string> folder = new("--out") { Description = "Folder for the files.", DefaultValueFactory = _ => DefaultFolder };
        Option<ulong> seed = new("--seed") { Description = "Seed of everything random.", DefaultValueFactory = _ => DefaultSeed };
        Option<int> count = new("--demonstrations")
        {
            Description = $"Demonstrations to calibrate on, {FewestDemonstrations} to {MostDemonstrations}.",
            DefaultValueFactory = _ => DefaultDemonstrations,
        };
        Option<bool> json = new("--json") { Description = "Write one JSON document." };
        Command command = new("demo", "Guard a simulated arm against a policy that breaks in eight ways.\nExample: interlock demo --seed 3")
        {
            folder, seed, count, json,
        };
        command.SetAction((result, cancellation) => RunAsync(
            host,
            new DemoOptions(result.GetValue(folder)!, result.GetValue(seed), result.GetValue(count), result.GetValue(json)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(VerbHost host, DemoOptions options, CancellationToken cancellation)
    {
        if (options.Demonstrations is < FewestDemonstrations or > MostDemonstrations)
        {
            await host.Error.WriteLineAsync(
                $"--demonstrations is {options.Demonstrations}; it has to be {FewestDemonstrations} to {MostDemonstrations}.");
            return ExitCode.Usage;
        }

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
}
