namespace Interlock.Runtime.Loop;

/// <summary>A person's actions as the control thread sees them: no lock, no allocation.</summary>
internal interface IHumanInput
{
    /// <summary>Age of the newest action, ns; null when none ever came.</summary>
    long? AgeNs(long nowNs);

    /// <summary>This tick's command towards the person's newest action, joined smoothly to what was sent before; false when there is none.</summary>
    bool TryHuman(long nowNs, ReadOnlySpan<double> lastCommand, Span<double> action);

    /// <summary>After a hand-back: moves the policy's action towards the last command as long as the blend lasts.</summary>
    /// <returns>True while it lasts.</returns>
    bool BlendTowardsPolicy(Span<double> action, ReadOnlySpan<double> lastCommand);

    /// <summary>The next action starts fresh.</summary>
    void Forget();
}
