using Interlock.Core.Contract;

namespace Interlock.Runtime.Loop;

/// <summary>
/// A row is meant for a whole policy step: after the last one of a plan the robot goes on towards it for that long before having no action is
/// starvation. Policies that answer a single row rely on it. Rows that command rates are not repeated.
/// </summary>
internal sealed class LastRow(SafetyContract contract, double policyPeriodNs)
{
    private readonly bool _mayRepeat = !contract.Channels.Any(contract.CommandsRate);
    private long? _reachedAtNs;

    /// <summary>The plan gave an action at this tick.</summary>
    public void Reached(long nowNs) => _reachedAtNs = nowNs;

    /// <summary>True while the action given last is still meant.</summary>
    public bool StillHolds(long nowNs) => _mayRepeat && _reachedAtNs is { } reached && nowNs - reached <= policyPeriodNs;

    public void Forget() => _reachedAtNs = null;
}
