using Interlock.Core.Observations;

namespace Interlock.Policies;

/// <summary>One question to a policy.</summary>
public sealed record PolicyRequest
{
    /// <summary>What the policy is shown.</summary>
    public required Observation Observation { get; init; }

    /// <summary>Rows of the chunk under way from <see cref="Observation.Step"/> on, as the policy wrote them, row-major; empty for none.</summary>
    public ReadOnlyMemory<double> Prefix { get; init; }

    /// <summary>How many of those rows will have been executed when the answer arrives, in policy steps; 0 and up.</summary>
    public int ExpectedDelaySteps { get; init; }

    /// <summary>True when no action is left: a server that would skip this observation must not.</summary>
    public bool MustAnswer { get; init; }
}
