using Interlock.Core.Text;

namespace Interlock.Runtime.Outcomes;

/// <summary>What is left of an episode.</summary>
public sealed record OutcomeReport
{
    /// <summary>Number of the episode, from 0.</summary>
    public required long Episode { get; init; }

    /// <summary>How it ended.</summary>
    public EpisodeOutcome Outcome { get; init; }

    /// <summary>Who said so.</summary>
    public OutcomeJudge Judge { get; init; }

    /// <summary>From start to end, s.</summary>
    public required double DurationS { get; init; }

    /// <summary>Stretches in which a person was in control.</summary>
    public int Interventions { get; init; }

    /// <summary>Time in which a person was in control, s.</summary>
    public double TimeInHumanControlS { get; init; }

    /// <summary>Protective stops.</summary>
    public int Stops { get; init; }

    /// <summary>Smallest distance from a limit as a share of it, below 0 when broken; null when nobody measured it.</summary>
    public double? WorstMargin { get; init; }

    /// <summary>True when it succeeded with no help and no stop: the only success that speaks for the policy alone.</summary>
    public bool IsUnaidedSuccess => Outcome == EpisodeOutcome.Success && Interventions == 0 && Stops == 0;

    /// <inheritdoc />
    public override string ToString()
    {
        string judge = Judge == OutcomeJudge.Nobody ? "nobody judged" : $"judged by {EnumWord.Of(Judge)}";
        string margin = WorstMargin is { } worst ? $", worst margin {worst:P1}" : "";
        return $"episode {Episode}: {EnumWord.Of(Outcome)} ({judge}), {DurationS:0.0} s, "
            + $"{Interventions} interventions ({TimeInHumanControlS:0.0} s), {Stops} stops{margin}";
    }
}
