namespace Interlock.Guard.Calibration;

/// <summary>From which data, options and program a calibration was made; the same four give the same bytes.</summary>
public sealed record CalibrationProvenance
{
    /// <summary>The dataset as the user named it.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of the episodes that were used (index, length, dimension and actions), lower-case hexadecimal.</summary>
    public required string DataSha256 { get; init; }

    /// <summary>SHA-256 of the options, lower-case hexadecimal.</summary>
    public required string OptionsSha256 { get; init; }

    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Seed of the split and of every resampling.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Dataset numbers of the episodes that made means, scales and models.</summary>
    public required int[] FitEpisodes { get; init; }

    /// <summary>Dataset numbers of the episodes that made thresholds.</summary>
    public required int[] CalibrationEpisodes { get; init; }

    /// <summary>Dataset numbers of the episodes that checked the claims.</summary>
    public required int[] HoldoutEpisodes { get; init; }
}
