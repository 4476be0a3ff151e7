namespace Interlock.Guard.Calibration.Models;

/// <summary>Everything that monitors learn from demonstrations. A model that could not be fitted is null, and its monitor stays silent.</summary>
public sealed record MonitorModels
{
    /// <summary>Conformal novelty.</summary>
    public ConformalModel? Conformal { get; init; }

    /// <summary>Mahalanobis distance.</summary>
    public MahalanobisModel? Mahalanobis { get; init; }

    /// <summary>Linear predictability.</summary>
    public LinearPredictabilityModel? LinearPredictability { get; init; }

    /// <summary>Correlation of the motion.</summary>
    public CorrelationModel? Correlation { get; init; }

    /// <summary>Action energy.</summary>
    public EnergyModel? Energy { get; init; }

    /// <summary>Largest motion norm at which a step counts as standing still, in channel units; null for the monitor's own rule.</summary>
    public double? StallMotionNorm { get; init; }

    /// <summary>Largest motion per channel that is noise and not movement, in channel units; null for the monitor's own rule.</summary>
    public double[]? MotionDeadBand { get; init; }
}
