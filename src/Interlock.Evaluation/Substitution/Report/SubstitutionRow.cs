using Interlock.Core.Statistics;

namespace Interlock.Evaluation.Substitution.Report;

/// <summary>What one substitution did to the demonstrations.</summary>
public sealed record SubstitutionRow
{
    /// <summary>Name of the substitution.</summary>
    public required string Name { get; init; }

    /// <summary>What it replaces.</summary>
    public required SubstitutionKind Kind { get; init; }

    /// <summary>The key whose statistics are loaded; null where no other key is involved.</summary>
    public required string? LoadedKey { get; init; }

    /// <summary>True when everything is decoded with another key's statistics, and nothing else is changed.</summary>
    public bool IsSibling => Kind == SubstitutionKind.Full && LoadedKey == Name;

    /// <summary>Episodes in which the task was done.</summary>
    public required int Successes { get; init; }

    /// <summary>Episodes replayed.</summary>
    public required int Episodes { get; init; }

    /// <summary>95 % Wilson interval of the success rate.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Episodes that succeed with the identity only.</summary>
    public required int LostAgainstIdentity { get; init; }

    /// <summary>Episodes that succeed with this substitution only.</summary>
    public required int WonAgainstIdentity { get; init; }

    /// <summary>Exact McNemar test against the identity, two-sided.</summary>
    public required double PValue { get; init; }

    /// <summary>Episodes in which the tool was ever more than 1 cm or 5° from the raw replay.</summary>
    public required int DeviatingEpisodes { get; init; }

    /// <summary>Median time of the first deviation over those episodes, in seconds; null when there are none.</summary>
    public required double? MedianFirstDeviationS { get; init; }

    /// <summary>Largest change of a joint displacement by the decoder, in radians per step.</summary>
    public required double LargestChangeRad { get; init; }

    /// <summary>Episodes whose every decoded displacement is inside the range of the certified demonstrations; null when not compared.</summary>
    public required int? EpisodesInTrainingRange { get; init; }

    /// <summary>Steps with a displacement outside that range; null when not compared.</summary>
    public required int? StepsOutsideTrainingRange { get; init; }

    /// <summary>Steps replayed.</summary>
    public required int Steps { get; init; }

    /// <summary>What each guard of the protocol did.</summary>
    public required IReadOnlyList<GuardActivity> Guards { get; init; }
}
