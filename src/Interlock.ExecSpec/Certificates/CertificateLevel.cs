namespace Interlock.ExecSpec.Certificates;

/// <summary>How much is known about a certified policy; each rung stands on those below it. No rung says that a robot is free of danger.</summary>
public enum CertificateLevel
{
    /// <summary>Somebody signed what it is meant to be.</summary>
    Declared,

    /// <summary>The running decode path was probed and gave the certified commands.</summary>
    Probed,

    /// <summary>Recorded demonstrations were replayed through it and succeeded.</summary>
    Replayed,

    /// <summary>The policy was run in a closed loop and counted, in simulation or on hardware.</summary>
    ClosedLoop,
}
