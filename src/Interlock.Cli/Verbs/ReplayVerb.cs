using System.CommandLine;
using Interlock.Cli.Verbs.Replay;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock replay</c>: what a contract would have done to recorded actions.</summary>
internal sealed class ReplayVerb : IVerb
{
    public Command Build(VerbHost host)
    {
        Argument<string> path = new("path") { Description = "Recording: LeRobot folder, npy, npz, csv, jsonl, tfrecord, a folder of those, or hub:owner/name." };
        Option<string> contract = new("--contract") { Description = "The contract (*.contract.yaml).", Required = true };
        Option<string?> whatIf = new("--what-if") { Description = "A second contract; shows where the two differ." };
        Option<string?> calibration = new("--calibration") { Description = "Calibration file; default: the one that the contract names." };
        Option<string[]> failOn = new("--fail-on") { Description = "Exit with 2 when a total or monitor is larger: NAME=VALUE, for example clip_rate=0.05." };
        Option<int[]> episodes = new("--episodes") { Description = "Only these episode numbers.", AllowMultipleArgumentsPerToken = true };
        Option<bool> fromState = new("--from-state") { Description = "Limit the first command of an episode from its recorded state." };
        Option<bool> json = new("--json") { Description = "Write one JSON document with totals." };
        Option<bool> jsonl = new("--jsonl") { Description = "Write one JSON object per step." };
        Command command = new(
            "replay",
            "Run recorded actions through a contract and say what the guard would have done.\nExample: interlock replay demos.csv --contract arm.contract.yaml --fail-on clip_rate=0.05")
        {
            path, contract, whatIf, calibration, failOn, episodes, fromState, json, jsonl,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(jsonl))
            {
                result.AddError("State --json (totals) or --jsonl (steps), not both.");
            }
        });
        command.SetInterruptibleAction((result, cancellation) => new ReplaySession(host, new ReplayRequest
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
}
