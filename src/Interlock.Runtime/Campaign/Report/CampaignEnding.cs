namespace Interlock.Runtime.Campaign.Report;

/// <summary>Where a run stood after the fault was gone, and what it needs to go on.</summary>
public enum CampaignEnding
{
    /// <summary>It never stopped.</summary>
    Continues,

    /// <summary>It stopped and went on by itself.</summary>
    Resumes,

    /// <summary>A person has to say resume.</summary>
    AwaitsResume,

    /// <summary>A person was asked and has to answer.</summary>
    AwaitsAnswer,

    /// <summary>A person has to reset, arm and start.</summary>
    AwaitsReset,

    /// <summary>The fault cannot go away within the session: it has to be started anew.</summary>
    AwaitsNewSession,
}
