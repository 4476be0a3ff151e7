using Interlock.Core.Randomness;
using Interlock.Runtime.Inference;

namespace Interlock.Runtime.Campaign.World;

/// <summary>How long the campaign's policy takes: about 60 ms, or what a fault says.</summary>
internal sealed class CampaignDelay(SeededRandom random) : IAnswerDelay
{
    private const double ShortestMs = 50;
    private const double LongestMs = 70;
    private const double NsPerMs = 1e6;

    /// <summary>The delay of a fault, ns; null while the policy is healthy.</summary>
    public long? FaultNs { get; set; }

    public long NextNs(PolicyQuestion question) => FaultNs ?? (long)(random.NextDouble(ShortestMs, LongestMs) * NsPerMs);
}
