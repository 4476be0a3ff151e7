namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>What a channel of the feed carries.</summary>
internal enum FeedTopic
{
    /// <summary>Nothing that is shown.</summary>
    Other,

    /// <summary>The policy's numbers.</summary>
    Raw,

    /// <summary>The policy's action in contract units.</summary>
    Policy,

    /// <summary>The guard's command.</summary>
    Guarded,

    /// <summary>What the robot took.</summary>
    Executed,

    /// <summary>What the robot measured.</summary>
    State,

    /// <summary>Values of the monitors.</summary>
    Monitors,

    /// <summary>The guard's verdict.</summary>
    Verdict,

    /// <summary>State of the supervisor.</summary>
    Supervisor,

    /// <summary>Contact force.</summary>
    Force,

    /// <summary>Times of the loop; the last message of a step.</summary>
    Timing,

    /// <summary>An answer of the policy.</summary>
    Chunk,

    /// <summary>Something that happened.</summary>
    Event,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>Where the session stands.</summary>
    Status,
}
