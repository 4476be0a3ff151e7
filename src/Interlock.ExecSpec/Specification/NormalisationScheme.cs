namespace Interlock.ExecSpec.Specification;

/// <summary>Which statistics map [-1, 1] (or a unit normal) to decoded numbers. Every one is affine per channel.</summary>
public enum NormalisationScheme
{
    /// <summary>Decoded number = network output.</summary>
    Identity,

    /// <summary>[-1, 1] is the range between two quantiles.</summary>
    Quantile,

    /// <summary>[-1, 1] is the range between smallest and largest.</summary>
    MinMax,

    /// <summary>Standard score: deviation from the mean in standard deviations.</summary>
    MeanStd,
}
