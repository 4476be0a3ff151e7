namespace Interlock.Simulation.Episodes;

/// <summary>Something between policy and arm that may change or replace commands: a guard.</summary>
public interface IActionFilter
{
    /// <summary>An episode begins.</summary>
    /// <param name="measured">Measured positions before the first action.</param>
    void Begin(ReadOnlySpan<double> measured);

    /// <summary>A new chunk arrived, before any of it is executed.</summary>
    /// <param name="actions">Row-major H×D.</param>
    /// <param name="horizon">Number of actions, H.</param>
    void ObserveChunk(ReadOnlySpan<double> actions, int horizon);

    /// <summary>Decides what is executed.</summary>
    /// <param name="proposed">What the policy wants.</param>
    /// <param name="executed">Filled with what goes to the arm.</param>
    void Filter(in ProposedAction proposed, Span<double> executed);
}
