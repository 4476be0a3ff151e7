namespace Interlock.Simulation.Policies;

/// <summary>Several future actions that a policy answers at once. Row i is meant for step <see cref="FirstStep"/> + i.</summary>
public sealed class ActionChunk
{
    /// <summary>Creates an empty chunk.</summary>
    /// <param name="horizon">Number of actions, H.</param>
    /// <param name="dimension">Channels per action, D.</param>
    public ActionChunk(int horizon, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        Horizon = horizon;
        Dimension = dimension;
        Actions = new double[horizon * dimension];
    }

    /// <summary>Number of actions, H.</summary>
    public int Horizon { get; }

    /// <summary>Channels per action, D.</summary>
    public int Dimension { get; }

    /// <summary>Actions, row-major H×D.</summary>
    public double[] Actions { get; }

    /// <summary>Control step at which the first row is executed.</summary>
    public int FirstStep { get; set; }

    /// <summary>Control step of the observation that the chunk answers; earlier than <see cref="FirstStep"/> when the policy is late.</summary>
    public int ObservedAtStep { get; set; }

    /// <summary>The action of one row.</summary>
    public Span<double> Row(int row) => Actions.AsSpan(row * Dimension, Dimension);

    /// <summary>The first row that is meant for <paramref name="step"/> or later; H when there is none.</summary>
    public int FirstRowFrom(int step) => Math.Clamp(step - FirstStep, 0, Horizon);

    /// <summary>Takes over the actions of another chunk of the same shape.</summary>
    public void CopyActionsFrom(ActionChunk other) => other.Actions.CopyTo(Actions, 0);
}
