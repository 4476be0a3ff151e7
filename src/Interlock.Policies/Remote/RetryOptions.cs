namespace Interlock.Policies.Remote;

/// <summary>When a failed connection is tried again: first delay, doubled (say) each time up to a longest delay, each shortened at random so that clients do not return in step.</summary>
public sealed record RetryOptions
{
    /// <summary>Times that one observation is sent at most when the connection fails, 1 or more; time-outs and refusals are not repeated.</summary>
    public int MostAttempts { get; init; } = 2;

    /// <summary>Delay after the first failure; above 0. Default 100 ms, as LeRobot's clients.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Factor from one delay to the next, 1 or more.</summary>
    public double Factor { get; init; } = 2;

    /// <summary>Longest delay. Default 2 s, as LeRobot's clients.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Largest share by which a delay is shortened at random, 0 to 1.</summary>
    public double Jitter { get; init; } = 0.5;
}
