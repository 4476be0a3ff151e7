using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;
using Interlock.Evaluation.Replay;
using Interlock.Guard;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>One run of <c>replay</c>.</summary>
internal sealed class ReplaySession(VerbHost host, ReplayRequest request)
{
    public int Run(CancellationToken cancellation)
    {
        SafetyContract contract = ContractInput.Load(host, request.Contract);
        IEpisodeSource source = EpisodeSources.Open(request.Path, cancellation: cancellation);
        ChannelMapping mapping = ChannelMapping.Between(contract, source.Description);
        ActionGuard guard = GuardInput.Create(contract, request.Contract, request.Calibration);
        if (!TryThresholds(guard, out List<ReplayThreshold> thresholds))
        {
            return ExitCode.Usage;
        }

        if (mapping.IsByIndex)
        {
            host.Error.WriteLine("note: the recording has no channel names; its order is taken to be the contract's.");
        }

        ContractComparison? comparison = Compare(source);
        ReplayTotals totals = Replay(source, new EpisodeReplay(guard, mapping, request.FromState), comparison, cancellation);
        ReplayOutcome outcome = new(contract, source.Description, guard.Monitors, totals, comparison, [.. thresholds.Select(Judge)]);
        Write(outcome);
        return outcome.Exceeded.Any() ? ExitCode.FoundWanting : ExitCode.Ok;

        ThresholdResult Judge(ReplayThreshold threshold) => new(threshold, threshold.Observed(totals, guard.Monitors));
    }

    private bool TryThresholds(ActionGuard guard, out List<ReplayThreshold> thresholds)
    {
        thresholds = [];
        foreach (string text in request.FailOn)
        {
            if (ReplayThreshold.Parse(text, guard.Monitors, out string problem) is not { } threshold)
            {
                host.Error.WriteLine($"--fail-on: {problem}");
                return false;
            }

            thresholds.Add(threshold);
        }

        return true;
    }

    private ContractComparison? Compare(IEpisodeSource source)
    {
        if (request.WhatIf is not { } path)
        {
            return null;
        }

        SafetyContract other = ContractInput.Load(host, path);
        return new ContractComparison(
            path,
            new EpisodeReplay(GuardInput.Create(other, path, calibration: null), ChannelMapping.Between(other, source.Description), request.FromState));
    }

    private ReplayTotals Replay(IEpisodeSource source, EpisodeReplay replay, ContractComparison? comparison, CancellationToken cancellation)
    {
        ReplayTotals totals = new();
        ProgressLine progress = new(host, "steps", total: null);
        using StepLine line = new();
        long steps = 0;
        foreach (Episode episode in source.ReadEpisodes())
        {
            cancellation.ThrowIfCancellationRequested();
            if (request.Episodes.Count > 0 && !request.Episodes.Contains(episode.Index))
            {
                continue;
            }

            EpisodeReplay.StepObserver? observer = request.Jsonl ? (in ReplayStep step) => line.Write(host.Out, step) : null;
            EpisodeTotals of = comparison is null ? replay.Run(episode, observer) : comparison.Run(replay, episode, observer);
            totals.Add(of);
            steps += episode.Length;
            progress.Report(steps);
        }

        progress.Clear();
        return totals;
    }

    private void Write(ReplayOutcome outcome)
    {
        if (request.Json)
        {
            JsonDocumentWriter.Write(host.Out, writer => ReplayJson.Write(writer, outcome));
        }
        else
        {
            ReplayText.Write(request.Jsonl ? host.Error : host.Out, outcome);
        }
    }
}
