using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Drift;

/// <summary>
/// How far the loaded unnormaliser takes one channel from the certified command, in units of the certified half-range. Where statistics are
/// kept per position in the chunk, means are over the positions and extremes are the largest of them.
/// </summary>
public sealed record ChannelDrift
{
    /// <summary>The channel.</summary>
    public required ActionChannel Channel { get; init; }

    /// <summary>The mismatch at <see cref="Timestep"/>.</summary>
    public required ChannelMismatch Mismatch { get; init; }

    /// <summary>Position in the chunk with the largest worst case.</summary>
    public required int Timestep { get; init; }

    /// <summary>Mean absolute difference for normalised output uniform on [−1, 1].</summary>
    public required double MeanAbsolute { get; init; }

    /// <summary>Root mean square difference for normalised output uniform on [−1, 1].</summary>
    public required double Rms { get; init; }

    /// <summary>Largest difference for normalised output in [−1, 1].</summary>
    public required double Worst { get; init; }

    /// <summary>Root mean square difference over the demonstrations; null when the certified statistics have no finite mean and std.</summary>
    public required double? DemoRms { get; init; }

    /// <summary>Share of mis-scaled commands outside the certified min/max, in [0, 1]; null when the certified statistics have none.</summary>
    public required double? OutsideRange { get; init; }

    /// <summary>Which rounding of the statistics could explain <see cref="Worst"/>.</summary>
    public StorageRounding Rounding => RoundingScale.Of(Worst);
}
