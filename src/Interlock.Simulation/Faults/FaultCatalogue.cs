namespace Interlock.Simulation.Faults;

/// <summary>Every fault with its default parameters.</summary>
public static class FaultCatalogue
{
    /// <summary>One of each, in the order in which they are shown.</summary>
    /// <param name="onsetStep">First control step that is wrong.</param>
    public static IReadOnlyList<PolicyFault> All(int onsetStep) =>
    [
        new NanFault(onsetStep),
        new ChunkJumpFault(onsetStep),
        new OscillationFault(onsetStep),
        new FreezeFault(onsetStep),
        new StaleFault(onsetStep),
        new OutOfRangeFault(onsetStep),
        new SlowDriftFault(onsetStep),
        new UnitMixUpFault(onsetStep),
    ];
}
