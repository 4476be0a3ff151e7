using Interlock.Simulation.Displacements;

namespace Interlock.Evaluation.Substitution;

/// <summary>What a study replays, and how.</summary>
public sealed record SubstitutionProtocol
{
    /// <summary>The demonstrations; at least one.</summary>
    public required IReadOnlyList<DisplacementDemonstration> Demonstrations { get; init; }

    /// <summary>How they are decoded, the identity first. The raw replay comes before them by itself.</summary>
    public required IReadOnlyList<ActionSubstitution> Substitutions { get; init; }

    /// <summary>Guards that every replay is repeated with; none by default.</summary>
    public IReadOnlyList<StudyGuard> Guards { get; init; } = [];

    /// <summary>Range of the certified demonstrations; null when decoded actions are not compared with one.</summary>
    public TrainingRange? Range { get; init; }

    /// <summary>True leaves out steps in which nothing happens, from every replay alike.</summary>
    public bool FilterNoOps { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Demonstrations.Count);
        if (Substitutions.Count == 0 || Substitutions[0].Kind != SubstitutionKind.Identity)
        {
            throw new ArgumentException("The first substitution has to be the identity; the others are compared with it.");
        }

        if (Substitutions.Select(item => item.Name).Distinct().Count() != Substitutions.Count)
        {
            throw new ArgumentException("Two substitutions have the same name.");
        }
    }
}
