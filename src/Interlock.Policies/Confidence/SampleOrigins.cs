using Interlock.Policies.Ensembles;
using Interlock.Policies.Networks;

namespace Interlock.Policies.Confidence;

/// <summary>What the alternative chunks of a policy are.</summary>
public static class SampleOrigins
{
    /// <summary>The origin that a policy itself states; sampling for any other policy that gives several chunks.</summary>
    public static SampleOrigin Of(IPolicy policy) => policy switch
    {
        _ when policy.Description.MaxSamples < 2 => SampleOrigin.None,
        EnsemblePolicy => SampleOrigin.Ensemble,
        NetworkPolicy network => network.SampleOrigin,
        _ => SampleOrigin.Sampling,
    };
}
