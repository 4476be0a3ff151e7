namespace Interlock.Core.Episodes;

/// <summary>One recorded episode: actions and, where recorded, measured states, in step order.</summary>
public sealed record Episode
{
    /// <summary>Number of the episode in its dataset.</summary>
    public required int Index { get; init; }

    /// <summary>Number of steps, T.</summary>
    public required int Length { get; init; }

    /// <summary>Actions, row-major T×D, in the dataset's own units. NaN is kept as recorded.</summary>
    public required double[] Actions { get; init; }

    /// <summary>Number of action channels, D.</summary>
    public required int ActionDimension { get; init; }

    /// <summary>Measured states, row-major T×S; null when not recorded.</summary>
    public double[]? States { get; init; }

    /// <summary>Number of state channels, S; 0 when not recorded.</summary>
    public int StateDimension { get; init; }

    /// <summary>Time of each step since the start of the episode, in seconds; null when not recorded.</summary>
    public double[]? TimestampsS { get; init; }

    /// <summary>The instruction; null when not recorded.</summary>
    public string? Task { get; init; }

    /// <summary>Whether the episode reached its goal; null when not recorded.</summary>
    public bool? Success { get; init; }

    /// <summary>The action of one step.</summary>
    public ReadOnlySpan<double> Action(int step) => Actions.AsSpan(step * ActionDimension, ActionDimension);

    /// <summary>The measured state of one step; empty when not recorded.</summary>
    public ReadOnlySpan<double> State(int step) =>
        States is null ? default : States.AsSpan(step * StateDimension, StateDimension);
}
