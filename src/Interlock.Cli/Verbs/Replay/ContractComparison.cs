using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Evaluation.Replay;
using Interlock.Guard;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>The same episodes under a second contract; channels are compared by name.</summary>
internal sealed class ContractComparison
{
    private readonly EpisodeReplay _second;
    private readonly int[] _indexInSecond;
    private double[] _safe = [];
    private bool[] _changed = [];

    /// <param name="path">The second contract, as the user named it.</param>
    /// <param name="first">The contract that is compared with it.</param>
    /// <param name="second">The second contract.</param>
    /// <param name="replay">Runs episodes through the second contract.</param>
    public ContractComparison(string path, SafetyContract first, SafetyContract second, EpisodeReplay replay)
    {
        Path = path;
        _second = replay;
        List<string> names = [.. second.Channels.Select(channel => channel.Name)];
        _indexInSecond = [.. first.Channels.Select(channel => names.IndexOf(channel.Name))];
    }

    public string Path { get; }

    public ReplayTotals Totals { get; } = new();

    /// <summary>Steps whose commands differ between the contracts.</summary>
    public long DifferentSteps { get; private set; }

    /// <summary>Steps that only the first contract changes.</summary>
    public long OnlyFirst { get; private set; }

    /// <summary>Steps that only the second contract changes.</summary>
    public long OnlySecond { get; private set; }

    /// <summary>Largest difference of a command, in channel units, and where; channel -1 when there is none.</summary>
    public (double Difference, int Channel, int Episode, int Step) Largest { get; private set; } = (0, -1, -1, -1);

    /// <summary>Runs one episode under both contracts.</summary>
    public EpisodeTotals Run(EpisodeReplay first, Episode episode, EpisodeReplay.StepObserver observer)
    {
        EpisodeTotals totals = first.Run(episode, (in ReplayStep step) =>
        {
            Keep(step, episode.Length);
            observer(step);
        });
        Totals.Add(_second.Run(episode, (in ReplayStep step) => Compare(step)));
        return totals;
    }

    private void Keep(in ReplayStep step, int length)
    {
        int width = _indexInSecond.Length;
        if (step.Step == 0)
        {
            Array.Resize(ref _safe, length * width);
            Array.Resize(ref _changed, length);
        }

        step.Safe.CopyTo(_safe.AsSpan(step.Step * width));
        _changed[step.Step] = step.Result.Verdict != Verdict.Pass;
    }

    private void Compare(in ReplayStep step)
    {
        bool changed = step.Result.Verdict != Verdict.Pass;
        bool first = _changed[step.Step];
        OnlyFirst += first && !changed ? 1 : 0;
        OnlySecond += changed && !first ? 1 : 0;
        bool different = false;
        for (int i = 0; i < _indexInSecond.Length; i++)
        {
            int j = _indexInSecond[i];
            double difference = j < 0 ? 0 : Math.Abs(step.Safe[j] - _safe[(step.Step * _indexInSecond.Length) + i]);
            different |= difference != 0;
            Largest = difference > Largest.Difference ? (difference, i, step.Episode, step.Step) : Largest;
        }

        DifferentSteps += different ? 1 : 0;
    }
}
