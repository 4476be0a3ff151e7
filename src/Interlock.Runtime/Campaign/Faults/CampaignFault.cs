using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>One thing that goes wrong in a running cell. A new one for every run.</summary>
internal abstract class CampaignFault(FaultStory story) : IDisposable
{
    public FaultStory Story { get; } = story;

    /// <summary>Begins between two ticks.</summary>
    public abstract void Inject(CampaignCell cell);

    /// <summary>Asked after each tick since the injection: was information about it at hand for the loop in this tick?</summary>
    public abstract bool IsVisible(CampaignCell cell);

    /// <summary>Ends, where it can.</summary>
    public virtual void End(CampaignCell cell)
    {
    }

    /// <summary>Leaves nothing behind outside of the cell.</summary>
    public virtual void Dispose()
    {
    }
}
