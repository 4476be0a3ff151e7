using Interlock.Guard;

namespace Interlock.Evaluation.Replay;

/// <summary>One guarded step of a recording, valid during the callback only.</summary>
public readonly ref struct ReplayStep
{
    /// <summary>Number of the episode in its source.</summary>
    public required int Episode { get; init; }

    /// <summary>Step in the episode, from 0.</summary>
    public required int Step { get; init; }

    /// <summary>The recorded action in the contract's order.</summary>
    public required ReadOnlySpan<double> Raw { get; init; }

    /// <summary>The command that the contract allows.</summary>
    public required ReadOnlySpan<double> Safe { get; init; }

    /// <summary>The command that would have been sent; the recorded one in monitor mode.</summary>
    public required ReadOnlySpan<double> Executed { get; init; }

    /// <summary>Outcome of the step.</summary>
    public required StepResult Result { get; init; }

    /// <summary>Whether the episode succeeded; null when not recorded.</summary>
    public required bool? Success { get; init; }

    /// <summary>The guard, for interventions, monitors and alarms of this step.</summary>
    public required ActionGuard Guard { get; init; }
}
