using Interlock.ExecSpec.Drift;

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

    /// <summary>True when what is loaded is what was certified.</summary>
    public required bool MayStart { get; init; }
}
