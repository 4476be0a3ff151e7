using System.CommandLine;
using Interlock.Cli.Verbs.Replay;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock replay</c>: what a contract would have done to recorded actions.</summary>
internal sealed class ReplayVerb : IVerb
{
    private const string Help =
        "Run recorded actions through a contract and say what the guard would have done. A flight recording (*.mcap) is run again with the contract " +
        "that lies in it, every step compared bit for bit; --guard asks what another contract would have done.\n" +
        "Example: interlock replay demos.csv --contract arm.contract.yaml --fail-on clip_rate=0.05";

    public Command Build(VerbHost host)
    {
        Argument<string> path = new("path") { Description = "Recording: mcap, LeRobot folder, npy, npz, csv, jsonl, tfrecord, a folder of those, or hub:owner/name." };
        Option<string?> contract = new("--contract") { Description = "The contract (*.contract.yaml); for datasets." };
        Option<string?> guard = new("--guard") { Description = "For *.mcap: another contract than the recorded one." };
        Option<string?> whatIf = new("--what-if") { Description = "A second contract; shows where the two differ." };
        Option<string?> calibration = new("--calibration") { Description = "Calibration file; default: the one that the contract names." };
        Option<string[]> failOn = new("--fail-on") { Description = "Exit with 2 when a total or monitor is larger: NAME=VALUE, for example clip_rate=0.05." };
        Option<int[]> episodes = new("--episodes") { Description = "Only these episode numbers.", AllowMultipleArgumentsPerToken = true };
        Option<bool> fromState = new("--from-state") { Description = "Limit the first command of an episode from its recorded state." };
        Option<bool> json = new("--json") { Description = "Write one JSON document with totals." };
        Option<bool> jsonl = new("--jsonl") { Description = "Write one JSON object per step." };
        Option<bool> plot = new("--plot") { Description = "For *.mcap: draw the clip fraction over time also where the output is no terminal." };
        Command command = new("replay", Help)
        {
            path, contract, guard, whatIf, calibration, failOn, episodes, fromState, json, jsonl, plot,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(jsonl))
            {
                result.AddError("State --json (totals) or --jsonl (steps), not both.");
            }

            bool isFlight = IsFlight(result.GetValue(path));
            if (!isFlight && result.GetValue(contract) is null)
            {
                result.AddError("Option '--contract' is required.");
            }

            Option[] foreign = isFlight ? [contract, whatIf, failOn, episodes, fromState, jsonl] : [guard, plot];
            foreach (Option option in foreign.Where(option => result.GetResult(option) is { Implicit: false }))
            {
                result.AddError(isFlight ? $"{option.Name} is for datasets; a flight recording takes --guard, --calibration and --json." : $"{option.Name} is for flight recordings (*.mcap){(option == guard ? "; use --contract" : "")}.");
            }
        });
        command.SetInterruptibleAction((result, cancellation) => IsFlight(result.GetValue(path))
            ? new FlightReplaySession(host, result.GetValue(path)!, result.GetValue(guard), result.GetValue(calibration), result.GetValue(json), result.GetValue(plot)).Run(cancellation)
            : new ReplaySession(host, new ReplayRequest
            {
                Path = result.GetValue(path)!,
                Contract = result.GetValue(contract)!,
                WhatIf = result.GetValue(whatIf),
                Calibration = result.GetValue(calibration),
                FailOn = result.GetValue(failOn) ?? [],
                Episodes = result.GetValue(episodes) ?? [],
                FromState = result.GetValue(fromState),
                Json = result.GetValue(json),
                Jsonl = result.GetValue(jsonl),
            }).Run(cancellation));
        return command;
    }

    private static bool IsFlight(string? path) => path?.EndsWith(".mcap", StringComparison.OrdinalIgnoreCase) ?? false;
}
