namespace Interlock.ExecSpec.Specification;

/// <summary>
/// What differs between libraries that use the same scheme. Forward is x → z (training), inverse is z → x (deployment). The values per
/// library are in <see cref="LibraryArithmetic"/>.
/// </summary>
public sealed record NormaliserArithmetic
{
    /// <summary>How the epsilons are used.</summary>
    public EpsilonRule EpsilonRule { get; init; } = EpsilonRule.Added;

    /// <summary>Epsilon of the forward map; 0 for none.</summary>
    public double ForwardEpsilon { get; init; }

    /// <summary>Epsilon of the inverse map; 0 for none.</summary>
    public double InverseEpsilon { get; init; }

    /// <summary>Bound on |z| after the forward map; null for none.</summary>
    public double? ForwardClip { get; init; }

    /// <summary>Bound on |z| before the inverse map; null for none.</summary>
    public double? InverseClip { get; init; }

    /// <summary>
    /// True when the forward map of a range gives 0 for a channel that never moved: smallest equals largest, masked out or not (OpenVLA,
    /// GR00T). Where the source has no smallest and largest, the range of the scheme itself decides.
    /// </summary>
    public bool ZeroRangeBecomesZero { get; init; }
}
