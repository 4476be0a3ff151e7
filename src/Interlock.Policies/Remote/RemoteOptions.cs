using Interlock.Policies.Remote.Mapping;

namespace Interlock.Policies.Remote;

/// <summary>What every client of a policy server needs to be told.</summary>
public abstract record RemoteOptions
{
    /// <summary>Where the server listens, for instance <c>ws://10.0.0.7:8000/</c>.</summary>
    public required string Address { get; init; }

    /// <summary>Values per action, D, 1 or more. A chunk with another number of columns is refused.</summary>
    public required int ActionDimension { get; init; }

    /// <summary>Most rows of a chunk, 1 or more. A longer chunk is refused.</summary>
    public required int MaxRows { get; init; }

    /// <summary>How an observation is written for this server.</summary>
    public required RemoteObservation Observation { get; init; }

    /// <summary>Name for people; null for the address.</summary>
    public string? Name { get; init; }

    /// <summary>Longest time for a connection until the server is ready to answer, a greeting included.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time from a request to its reply. After it the connection is dropped.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The same for the first reply ever, for which a server may compile its model; null for <see cref="RequestTimeout"/>.</summary>
    public TimeSpan? FirstReplyTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest reply taken, bytes, 1 or more. A chunk of 50 × 32 float64 is 13 kB, as base64 in JSON 17 kB.</summary>
    public int LongestReplyBytes { get; init; } = 4 << 20;

    /// <summary>When and how often it is tried again.</summary>
    public RetryOptions Retry { get; init; } = new();

    /// <summary>Seed of the jitter until the first <see cref="IPolicy.BeginEpisode"/>.</summary>
    public ulong Seed { get; init; }
}
