namespace Interlock.Runtime.Outcomes;

/// <summary>How an episode ended.</summary>
public enum EpisodeOutcome
{
    /// <summary>Nobody said.</summary>
    Unknown,

    /// <summary>The task was done.</summary>
    Success,

    /// <summary>The task was not done.</summary>
    Failure,
}
