using Interlock.Core.Contract;
using Interlock.Guard.Calibration.Report;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>What was learned from the demonstrations, ready to guard.</summary>
internal sealed record DemoSafety
{
    public required SafetyContract Contract { get; init; }

    /// <summary>What was claimed, beside what was measured on held-out episodes.</summary>
    public required IReadOnlyList<ClaimReport> Claims { get; init; }

    public required Action<TextWriter> WriteContract { get; init; }

    public required Action<TextWriter> WriteCalibration { get; init; }
}
