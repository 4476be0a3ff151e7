using Interlock.Runtime.Loop;
using Interlock.Runtime.Session;

namespace Interlock.Runtime.Campaign.World;

/// <summary>Watches the contract's file where a fault has given it one.</summary>
internal sealed class CampaignWatch : IRunWatch
{
    /// <summary>Null while there is no file.</summary>
    public FileWatch? Contract { get; set; }

    public bool ContractChanged => Contract?.HasChanged == true;

    public bool StatisticsChanged => false;

    public bool EpisodeDone(long nowNs) => false;
}
