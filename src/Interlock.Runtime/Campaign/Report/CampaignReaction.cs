namespace Interlock.Runtime.Campaign.Report;

/// <summary>What was done about the robot, gentlest first.</summary>
public enum CampaignReaction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Counted and recorded; the motion is not disturbed.</summary>
    Noticed,

    /// <summary>The plan was executed more slowly, so that every command keeps the contract.</summary>
    Slowed,

    /// <summary>The guard changed commands to keep the contract.</summary>
    Clipped,

    /// <summary>Came to rest as the limits allow.</summary>
    Held,

    /// <summary>Came to rest completely before anything else may move it.</summary>
    Braked,

    /// <summary>Came to rest, latched.</summary>
    ProtectiveStop,

    /// <summary>Never started.</summary>
    Refused,
}
