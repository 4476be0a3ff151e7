namespace Interlock.Policies.Remote;

/// <summary>What happened between a client and its server since the client was made.</summary>
public sealed record RemoteCounts
{
    /// <summary>Nothing yet.</summary>
    public static RemoteCounts None { get; } = new();

    /// <summary>Observations sent.</summary>
    public long Requests { get; init; }

    /// <summary>Chunks handed out.</summary>
    public long Answers { get; init; }

    /// <summary>Requests or connections that ended without a chunk.</summary>
    public long Failures { get; init; }

    /// <summary>Failures that were time-outs; each of them dropped the connection.</summary>
    public long TimeOuts { get; init; }

    /// <summary>Requests sent again after the connection failed.</summary>
    public long Retries { get; init; }

    /// <summary>Replies without bytes (LeRobot): nothing available, or the server failed.</summary>
    public long EmptyReplies { get; init; }

    /// <summary>Rows of replies to other observations (LeRobot) and frames that nobody asked for (openpi); none was handed out.</summary>
    public long StaleRows { get; init; }

    /// <summary>Numbers handed out that are NaN or infinite: the guard judges them.</summary>
    public long NonFiniteValues { get; init; }
}
