using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Evaluation.Replay;
using Interlock.Guard;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>One run of <c>replay</c>.</summary>
internal sealed class ReplaySession(VerbHost host, ReplayRequest request)
{
    public int Run(CancellationToken cancellation)
    {
        SafetyContract contract = ContractInput.Load(host, request.Contract);
        ActionGuard guard = GuardInput.Create(contract, request.Contract, request.Calibration);
        if (!TryThresholds(guard, out List<ReplayThreshold> thresholds))
        {
            return ExitCode.Usage;
        }

        IEpisodeSource source = EpisodeInput.Open(host, request.Path, cancellation);
        ChannelMapping mapping = ChannelMapping.Between(contract, source.Description);
        if (mapping.IsByIndex)
        {
            host.Error.WriteLine("note: the recording has no channel names; its order is taken to be the contract's.");
        }

        ContractComparison? comparison = Compare(contract, source);
        ReplayTotals totals = Replay(source, new EpisodeReplay(guard, mapping, request.FromState), comparison, cancellation);
        if (WhatIsMissing(totals) is { } missing)
        {
            host.Error.WriteLine(missing);
            return ExitCode.FoundWanting;
        }

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

    private ContractComparison? Compare(SafetyContract contract, IEpisodeSource source)
    {
        if (request.WhatIf is not { } path)
        {
            return null;
        }

        SafetyContract other = ContractInput.Load(host, path);
        EpisodeReplay replay = new(
            GuardInput.Create(other, path, calibration: null), ChannelMapping.Between(other, source.Description), request.FromState);
        return new ContractComparison(path, contract, other, replay);
    }

    private ReplayTotals Replay(IEpisodeSource source, EpisodeReplay replay, ContractComparison? comparison, CancellationToken cancellation)
    {
        ReplayTotals totals = new();
        using StepLine line = new();
        WatchedSource episodes = new(host, source, quiet: request.Jsonl && host.IsTerminal, cancellation);
        foreach (Episode episode in episodes.ReadEpisodes().Where(IsWanted))
        {
            totals.Add(comparison is null ? replay.Run(episode, Observe) : comparison.Run(replay, episode, Observe));
        }

        return totals;

        void Observe(in ReplayStep step)
        {
            cancellation.ThrowIfCancellationRequested();
            if (request.Jsonl)
            {
                line.Write(host.Out, step);
            }
        }
    }

    private bool IsWanted(Episode episode) => request.Episodes.Count == 0 || request.Episodes.Contains(episode.Index);

    /// <summary>Nothing to guard must not pass for nothing to object to.</summary>
    private string? WhatIsMissing(ReplayTotals totals)
    {
        int[] absent = [.. request.Episodes.Except(totals.Episodes.Select(episode => episode.Episode))];
        if (absent.Length > 0)
        {
            return $"replay: {request.Path} has no episode {string.Join(", ", absent)}; 'interlock info' says how many there are.";
        }

        return totals.Steps == 0 ? $"replay: there are no actions in {request.Path}." : null;
    }

    private void Write(ReplayOutcome outcome)
    {
        if (request.Json)
        {
            JsonDocumentWriter.Write(host.Out, writer => ReplayJson.Write(writer, outcome));
        }
        else
        {
            new ReplayText(request.Jsonl ? host.Error : host.Out, host.Width, outcome).Write();
        }
    }
}
