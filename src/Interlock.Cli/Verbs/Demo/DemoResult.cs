using Interlock.Guard.Calibration.Report;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>Everything the demo found out.</summary>
internal sealed record DemoResult
{
    public required DemoOptions Options { get; init; }

    public required double RateHz { get; init; }

    public required int Demonstrations { get; init; }

    public required int DemonstrationSteps { get; init; }

    public required int SuccessfulDemonstrations { get; init; }

    /// <summary>What the calibration claims, beside what was measured on held-out episodes.</summary>
    public required IReadOnlyList<ClaimReport> Claims { get; init; }

    public required IReadOnlyList<FaultTrial> Trials { get; init; }

    /// <summary>The files that this demo leaves behind.</summary>
    public IEnumerable<string> Files =>
        DemoFiles.All.Except(FaultName.All.Except(Trials.Select(trial => trial.Fault)).Select(DemoFiles.Recording));
}
