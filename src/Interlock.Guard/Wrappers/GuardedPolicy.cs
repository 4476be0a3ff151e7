namespace Interlock.Guard.Wrappers;

/// <summary>Puts a guard behind any function that maps an observation to an action: <c>policy = new GuardedPolicy&lt;T&gt;(policy, guard).Act</c>.</summary>
/// <typeparam name="TObservation">Whatever the policy takes.</typeparam>
public sealed class GuardedPolicy<TObservation>
{
    private readonly Func<TObservation, double[]?> _policy;
    private readonly double[] _safe;

    /// <summary>Wraps a policy.</summary>
    /// <param name="policy">Observation to action; null or an empty array when it has none in time.</param>
    /// <param name="guard">The guard; one per robot.</param>
    public GuardedPolicy(Func<TObservation, double[]?> policy, ActionGuard guard)
    {
        _policy = policy;
        Guard = guard;
        _safe = new double[guard.ChannelCount];
    }

    /// <summary>The guard, for interventions and summaries.</summary>
    public ActionGuard Guard { get; }

    /// <summary>Outcome of the newest step.</summary>
    public StepResult LastResult { get; private set; }

    /// <summary>Asks the policy and guards its answer; null when nothing may be sent. The array is the caller's.</summary>
    public double[]? Act(TObservation observation) => Act(observation, default);

    /// <inheritdoc cref="Act(TObservation)" />
    /// <param name="observation">What the policy sees.</param>
    /// <param name="input">What else is known at this step.</param>
    public double[]? Act(TObservation observation, in StepInput input)
    {
        double[]? raw = _policy(observation);
        LastResult = Guard.Step(raw, input, _safe);
        return LastResult.HasCommand ? (double[])_safe.Clone() : null;
    }
}
