namespace Interlock.Policies.Confidence;

/// <summary>Where the alternative chunks of an answer come from; decides which disagreement they are.</summary>
public enum SampleOrigin
{
    /// <summary>There are none, or they are not to be used.</summary>
    None = 0,

    /// <summary>Drawn from one policy's distribution.</summary>
    Sampling = 1,

    /// <summary>One from each member of an ensemble.</summary>
    Ensemble = 2,

    /// <summary>Monte-Carlo dropout of one network.</summary>
    Dropout = 3,
}
