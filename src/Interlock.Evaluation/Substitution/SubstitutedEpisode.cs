namespace Interlock.Evaluation.Substitution;

/// <summary>What came of one demonstration under one substitution.</summary>
internal sealed record SubstitutedEpisode
{
    public required bool Success { get; init; }

    public required int Steps { get; init; }

    public required int? FirstDeviationStep { get; init; }

    public required double LargestChangeRad { get; init; }

    public required int StepsOutsideRange { get; init; }

    /// <summary>One per guard of the protocol, in its order.</summary>
    public required IReadOnlyList<GuardedReplay> Guarded { get; init; }
}
