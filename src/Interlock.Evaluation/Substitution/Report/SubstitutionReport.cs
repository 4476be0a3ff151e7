namespace Interlock.Evaluation.Substitution.Report;

/// <summary>Result of a replay study.</summary>
public sealed record SubstitutionReport
{
    /// <summary>Demonstrations that were replayed.</summary>
    public required int Demonstrations { get; init; }

    /// <summary>Numbers of the episodes whose raw replay failed; they are in no count.</summary>
    public required IReadOnlyList<int> DroppedEpisodes { get; init; }

    /// <summary>Episodes behind every row.</summary>
    public int Valid => Demonstrations - DroppedEpisodes.Count;

    /// <summary>True when steps in which nothing happens were left out.</summary>
    public required bool FilteredNoOps { get; init; }

    /// <summary>Steps that were left out.</summary>
    public required int RemovedSteps { get; init; }

    /// <summary>Steps of all demonstrations, the removed ones included.</summary>
    public required int TotalSteps { get; init; }

    /// <summary>One row per substitution: raw, identity, then the others in the order of the protocol.</summary>
    public required IReadOnlyList<SubstitutionRow> Rows { get; init; }

    /// <summary>The identity's row.</summary>
    public SubstitutionRow Identity => Rows.First(row => row.Kind == SubstitutionKind.Identity);
}
