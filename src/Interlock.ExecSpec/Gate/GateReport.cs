namespace Interlock.ExecSpec.Gate;

/// <summary>What the gate decided and why.</summary>
public sealed record GateReport
{
    /// <summary>Every finding; causes before their consequences.</summary>
    public required IReadOnlyList<GateFinding> Findings { get; init; }

    /// <summary>What follows from a failure.</summary>
    public required GateMode Mode { get; init; }

    /// <summary>What was at hand.</summary>
    public required GateScope Scope { get; init; }

    /// <summary>Every failure; the first is the first cause.</summary>
    public IEnumerable<GateFinding> Failures => Findings.Where(finding => finding.Status == GateStatus.Failed);

    /// <summary>The first cause; null when nothing failed.</summary>
    public GateFinding? FirstCause => Failures.FirstOrDefault();

    /// <summary>True when nothing failed, whatever the mode.</summary>
    public bool IsEqual => FirstCause is null;

    /// <summary>True when the robot may start: nothing failed, or failures are tolerated because it is a simulation.</summary>
    public bool MayStart => IsEqual || Mode != GateMode.Enforce;
}
