using Interlock.Guard.Calibration.Holdout;
using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration.Report;

/// <summary>What was found out about one channel; every number in channel units.</summary>
public sealed record ChannelReport
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Unit symbol; empty where none was declared.</summary>
    public required string Unit { get; init; }

    /// <summary>How it behaves in the demonstrations.</summary>
    public required ChannelKind Kind { get; init; }

    /// <summary>Lowest command; null where it is not bounded.</summary>
    public required double? Min { get; init; }

    /// <summary>Highest command; null where it is not bounded.</summary>
    public required double? Max { get; init; }

    /// <summary>Largest change per control step, also where the contract states a speed; null where nothing moved.</summary>
    public required double? MaxStep { get; init; }

    /// <summary>Width of the box over eight standard deviations; null for channels without a spread.</summary>
    public required double? WidthAgainstFourSigma { get; init; }

    /// <summary>Fraction of the held-out steps inside this channel's bounds.</summary>
    public required Proportion HoldoutCoverage { get; init; }
}
