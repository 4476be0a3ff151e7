using Interlock.Evaluation.Substitution.Report;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;
using Interlock.Simulation.Displacements;

namespace Interlock.Cli.Verbs.Spec.Replay;

/// <summary>Result of the replay study on the simulated arm.</summary>
internal sealed record TableReplayResult
{
    public required TableReplayOptions Options { get; init; }

    /// <summary>Statistics of every key, the certified one first.</summary>
    public required IReadOnlyList<DisplacementStatistics> Keys { get; init; }

    /// <summary>What the demonstrations would be decoded with: the certified key, with the others as siblings.</summary>
    public required ExecutableSpec Spec { get; init; }

    /// <summary>What each other key changes in closed form, in the order of <see cref="Keys"/> without the first.</summary>
    public required IReadOnlyList<SpecDrift> Drifts { get; init; }

    /// <summary>The whole protocol with every recorded step.</summary>
    public required SubstitutionReport Whole { get; init; }

    /// <summary>Identity and full substitutions without the steps in which nothing happens.</summary>
    public required SubstitutionReport WithoutNoOps { get; init; }
}
