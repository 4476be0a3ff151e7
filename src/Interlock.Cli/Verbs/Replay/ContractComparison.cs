using Interlock.Core.Episodes;
using Interlock.Evaluation.Replay;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>The same episodes under a second contract.</summary>
internal sealed class ContractComparison(string path, EpisodeReplay other)
{
    private double[] _safe = [];
    private bool[] _changed = [];

    public string Path => path;

    public ReplayTotals Totals { get; } = new();

    /// <summary>Steps whose commands differ between the contracts.</summary>
    public long DifferentSteps { get; private set; }

    /// <summary>Steps that only the first contract changes.</summary>
    public long OnlyFirst { get; private set; }

    /// <summary>Steps that only the second contract changes.</summary>
    public long OnlySecond { get; private set; }

    /// <summary>Largest difference of a command, in channel units, and where.</summary>
    public (double Difference, int Channel, int Episode, int Step) Largest { get; private set; } = (0, -1, -1, -1);

    /// <summary>Runs one episode under both contracts.</summary>
    public EpisodeTotals Run(EpisodeReplay first, Episode episode, EpisodeReplay.StepObserver? observer)
    {
        EpisodeTotals totals = first.Run(episode, (in ReplayStep step) =>
        {
            Keep(step, episode.Length);
            observer?.Invoke(step);
        });
        Totals.Add(other.Run(episode, (in ReplayStep step) => Compare(step)));
        return totals;
    }

    private void Keep(in ReplayStep step, int length)
    {
        int width = step.Safe.Length;
        if (step.Step == 0)
        {
            Array.Resize(ref _safe, length * width);
            Array.Resize(ref _changed, length);
        }

        step.Safe.CopyTo(_safe.AsSpan(step.Step * width));
        _changed[step.Step] = step.Result.Verdict != Guard.Verdict.Pass;
    }

    private void Compare(in ReplayStep step)
    {
        bool changed = step.Result.Verdict != Guard.Verdict.Pass;
        bool first = _changed[step.Step];
        OnlyFirst += first && !changed ? 1 : 0;
        OnlySecond += changed && !first ? 1 : 0;
        int width = step.Safe.Length;
        bool different = false;
        for (int i = 0; i < width; i++)
        {
            double difference = Math.Abs(step.Safe[i] - _safe[(step.Step * width) + i]);
            different |= difference != 0;
            Largest = difference > Largest.Difference ? (difference, i, step.Episode, step.Step) : Largest;
        }

        DifferentSteps += different ? 1 : 0;
    }
}
