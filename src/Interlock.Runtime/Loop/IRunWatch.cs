namespace Interlock.Runtime.Loop;

/// <summary>Says when something changed that was checked at the start. Asked every tick; takes no lock and allocates nothing.</summary>
internal interface IRunWatch
{
    /// <summary>The contract's file is not the one that was loaded.</summary>
    bool ContractChanged { get; }

    /// <summary>The statistics in use are not those that were checked.</summary>
    bool StatisticsChanged { get; }

    /// <summary>Task or environment say that the episode is over.</summary>
    bool EpisodeDone(long nowNs);
}
