namespace Interlock.ExecSpec.Certificates.Evidence;

/// <summary>What an evidence entry is about.</summary>
public enum EvidenceKind
{
    /// <summary>Words only; supports no level.</summary>
    Note,

    /// <summary>Values pushed through the running decode path: trials are values, successes those within tolerance.</summary>
    Probe,

    /// <summary>Replay of recorded actions: trials are valid episodes, successes those that still succeed with the certified key.</summary>
    Replay,

    /// <summary>Episodes with the policy in the loop, simulated.</summary>
    ClosedLoopSim,

    /// <summary>Episodes with the policy in the loop, on a robot.</summary>
    ClosedLoopHardware,
}
