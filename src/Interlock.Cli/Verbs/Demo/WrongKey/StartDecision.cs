using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Gate;

namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>What a gate decided, and on what ground.</summary>
internal sealed record StartDecision
{
    /// <summary>The certified key.</summary>
    public required string CertifiedKey { get; init; }

    /// <summary>The key whose statistics are loaded, whatever name they are loaded under; null when they are none that the gate knows.</summary>
    public required string? LoadedKey { get; init; }

    /// <summary>What the loaded statistics change.</summary>
    public required SpecDrift Drift { get; init; }

    /// <summary>The gate's report, every check in it.</summary>
    public required GateReport Report { get; init; }

    /// <summary>True when what is loaded is what was certified.</summary>
    public bool MayStart => Report.MayStart;
}
