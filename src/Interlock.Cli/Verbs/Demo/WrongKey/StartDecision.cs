using Interlock.Cli.Verbs.Simulated;

namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>What a gate decided, and on what ground.</summary>
internal sealed record StartDecision
{
    /// <summary>The certified key.</summary>
    public required string CertifiedKey { get; init; }

    /// <summary>The key whose statistics are loaded, whatever name they are loaded under; null when they are none that the gate knows.</summary>
    public required string? LoadedKey { get; init; }

    /// <summary>What an idle command would become.</summary>
    public required IdleMotion Idle { get; init; }

    /// <summary>True when what is loaded is what was certified.</summary>
    public required bool MayStart { get; init; }
}
