using Interlock.Simulation.Displacements;

namespace Interlock.Evaluation.Substitution;

/// <summary>One way to decode the recorded actions, as data: the study knows neither statistics nor schemes.</summary>
public sealed record ActionSubstitution
{
    /// <summary>Name in tables and files; unique in a study.</summary>
    public required string Name { get; init; }

    /// <summary>What is replaced.</summary>
    public required SubstitutionKind Kind { get; init; }

    /// <summary>The key whose statistics are loaded; null where no other key is involved.</summary>
    public string? LoadedKey { get; init; }

    /// <summary>Recorded action in, decoded action out.</summary>
    public required ActionTransform Apply { get; init; }

    /// <summary>The recorded actions as they are.</summary>
    public static ActionSubstitution Raw { get; } = new()
    {
        Name = "raw",
        Kind = SubstitutionKind.Raw,
        Apply = (action, decoded) => action.CopyTo(decoded),
    };
}
