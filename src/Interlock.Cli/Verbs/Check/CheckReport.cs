using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Check;

/// <summary>Everything that <c>interlock check</c> says about a specification without a robot.</summary>
internal sealed record CheckReport
{
    /// <summary>The path that was checked, as the user wrote it.</summary>
    public required string Source { get; init; }

    /// <summary>Whose files these are; null for a specification file.</summary>
    public string? Ecosystem { get; init; }

    public required ExecutableSpec Spec { get; init; }

    public required IReadOnlyList<Diagnostic> Findings { get; init; }

    public required DriftReport Drift { get; init; }

    /// <summary>SHA-256 of the statistics in use.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The command to run next.</summary>
    public required string Next { get; init; }

    /// <summary>What every sibling that cannot be put into mm/s or rad/s lacks.</summary>
    public NullMotionGaps Missing => Drift.Siblings.Concat(Drift.WrongSchemes)
        .Aggregate(NullMotionGaps.None, (all, sibling) => all | sibling.Drift.Null.Missing);

    public static CheckReport Of(string source, string? ecosystem, ExecutableSpec spec, IReadOnlyList<Diagnostic> findings, string next) => new()
    {
        Source = source,
        Ecosystem = ecosystem,
        Spec = spec,
        Findings = findings,
        Drift = DriftReport.Of(spec),
        Fingerprint = StatisticsFingerprint.Of(spec.Unnormaliser),
        Next = next,
    };
}
