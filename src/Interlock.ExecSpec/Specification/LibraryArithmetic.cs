namespace Interlock.ExecSpec.Specification;

/// <summary>The arithmetic of each library (reference: sections 2.1 of the specification note and B4, B5, D5, E2, E6 of the ecosystem note).</summary>
public static class LibraryArithmetic
{
    private const double SmallEpsilon = 1e-8;
    private const double OpenPiEpsilon = 1e-6;

    /// <summary>OpenVLA: training clips and has an epsilon, inference does neither.</summary>
    public static NormaliserArithmetic OpenVla { get; } = new()
    {
        ForwardEpsilon = SmallEpsilon,
        ForwardClip = 1,
        ZeroRangeBecomesZero = true,
    };

    /// <summary>OpenVLA-OFT: as OpenVLA, with the epsilon in the inverse map too.</summary>
    public static NormaliserArithmetic OpenVlaOft { get; } = OpenVla with { InverseEpsilon = SmallEpsilon };

    /// <summary>openpi: the same epsilon in both directions, nothing clipped.</summary>
    public static NormaliserArithmetic OpenPi { get; } = new() { ForwardEpsilon = OpenPiEpsilon, InverseEpsilon = OpenPiEpsilon };

    /// <summary>LeRobot: nothing clipped; mean/std has an epsilon forward only, a zero range is replaced by it in both directions.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="epsilon">From the step's configuration; 1e-8 by default.</param>
    public static NormaliserArithmetic LeRobot(NormalisationScheme scheme, double epsilon = SmallEpsilon) => scheme == NormalisationScheme.MeanStd
        ? new() { ForwardEpsilon = epsilon }
        : new() { EpsilonRule = EpsilonRule.ReplacesZero, ForwardEpsilon = epsilon, InverseEpsilon = epsilon };

    /// <summary>LeRobot before pipelines: an epsilon forward only, for both schemes that it knew.</summary>
    public static NormaliserArithmetic LegacyLeRobot { get; } = new() { ForwardEpsilon = SmallEpsilon };

    /// <summary>GR00T: no epsilon, nothing clipped; a channel that never moved becomes 0 under min/max and passes unchanged under mean/std.</summary>
    public static NormaliserArithmetic Groot { get; } = new() { ZeroRangeBecomesZero = true };

    /// <summary>GR00T's later action processor: as <see cref="Groot"/>, with training clipped and, under min/max, inference as well.</summary>
    /// <param name="scheme">The scheme.</param>
    public static NormaliserArithmetic GrootProcessor(NormalisationScheme scheme) =>
        Groot with { ForwardClip = 1, InverseClip = scheme == NormalisationScheme.MinMax ? 1 : null };

    /// <summary>No epsilon, no clip: a specification written by hand.</summary>
    public static NormaliserArithmetic Plain { get; } = new();
}
