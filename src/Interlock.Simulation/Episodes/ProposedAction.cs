namespace Interlock.Simulation.Episodes;

/// <summary>One action on its way from the policy to the arm.</summary>
public readonly ref struct ProposedAction
{
    /// <summary>What the policy wants: joints [rad], gripper [m]; may be anything, NaN included.</summary>
    public required ReadOnlySpan<double> Raw { get; init; }

    /// <summary>Measured positions, in the same order.</summary>
    public required ReadOnlySpan<double> Measured { get; init; }

    /// <summary>Control step, from 0.</summary>
    public required int Step { get; init; }

    /// <summary>True for the first executed action of a chunk.</summary>
    public required bool IsChunkStart { get; init; }

    /// <summary>Time since the observation that the action answers, in seconds.</summary>
    public required double AgeS { get; init; }
}
