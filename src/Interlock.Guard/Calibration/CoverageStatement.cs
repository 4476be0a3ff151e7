namespace Interlock.Guard.Calibration;

/// <summary>The promise of the calibrated box.</summary>
public sealed record CoverageStatement
{
    /// <summary>Miscoverage that was asked for, in (0, 1).</summary>
    public required double Alpha { get; init; }

    /// <summary>What is promised about a new episode.</summary>
    public required CoverageGuarantee Guarantee { get; init; }

    /// <summary>For how many channels at once.</summary>
    public required BoxKind Box { get; init; }

    /// <summary>False when there were too few episodes: then the box is the demonstrated range and promises nothing.</summary>
    public required bool Guaranteed { get; init; }

    /// <summary>Half-width of the box in scales, one number for all channels or one per channel; empty without a guarantee.</summary>
    public required double[] Thresholds { get; init; }

    /// <summary>The promise in words.</summary>
    public required string Words { get; init; }
}
