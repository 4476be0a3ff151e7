using Interlock.Runtime.Configuration;
using Interlock.Runtime.Session;
using Interlock.Simulation.Faults;

namespace Interlock.Runtime.Worlds;

/// <summary>One trial at the simulated table.</summary>
public sealed record TableTrialOptions
{
    /// <summary>What would be deployed: <c>robot.kind: table_arm</c>, <c>supervisor.auto_start</c>, no gate, a duration.</summary>
    public required RunFile File { get; init; }

    /// <summary>What goes wrong with the policy; null for nothing.</summary>
    public PolicyFault? Fault { get; init; }

    /// <summary>True when a person attends: whoever is asked, or finds the arm held, looks for a second and says go on. A stop is left alone.</summary>
    public bool IsAttended { get; init; }

    /// <summary>Time that an answer takes, ns, 0 or more.</summary>
    /// <value>Default: 50 ms, that of every run on a virtual clock.</value>
    public long LatencyNs { get; init; } = SessionOptions.DefaultVirtualLatencyNs;
}
