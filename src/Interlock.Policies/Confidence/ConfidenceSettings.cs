namespace Interlock.Policies.Confidence;

/// <summary>Which signals are measured, and in which units. A calibration is bound to its settings.</summary>
public sealed record ConfidenceSettings
{
    /// <summary>
    /// Size of one unit of difference per action channel, D values above 0: the span (maximum − minimum) of the channel in the
    /// units in which the policy writes its chunks; 2 for actions normalised to [−1, 1].
    /// </summary>
    public required IReadOnlyList<double> ChannelSpans { get; init; }

    /// <summary>Where the alternative chunks come from; decides which disagreement is measured, if any.</summary>
    public SampleOrigin Samples { get; init; }

    /// <summary>Whether the policy gives the entropy of its tokens.</summary>
    public bool TokenEntropy { get; init; }

    /// <summary>What of consecutive chunks is compared.</summary>
    public OverlapKind Overlap { get; init; } = OverlapKind.Executed;

    /// <summary>States of demonstrations against which the observed state is held; null for none.</summary>
    public StateReference? Reference { get; init; }

    /// <summary>Whether these settings measure a signal.</summary>
    public bool Uses(ConfidenceSignal signal) => signal switch
    {
        ConfidenceSignal.SampleDisagreement => Samples == SampleOrigin.Sampling,
        ConfidenceSignal.EnsembleDisagreement => Samples == SampleOrigin.Ensemble,
        ConfidenceSignal.DropoutDisagreement => Samples == SampleOrigin.Dropout,
        ConfidenceSignal.TokenEntropy => TokenEntropy,
        ConfidenceSignal.ChunkOverlap => Overlap != OverlapKind.None,
        _ => Reference is not null,
    };

    /// <summary>The signals that are measured, in the order of <see cref="ConfidenceSignal"/>.</summary>
    public IReadOnlyList<ConfidenceSignal> Signals() => [.. Enum.GetValues<ConfidenceSignal>().Where(Uses)];
}
