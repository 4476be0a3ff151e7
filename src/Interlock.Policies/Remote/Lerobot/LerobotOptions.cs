using Interlock.Policies.Wire.Lerobot;

namespace Interlock.Policies.Remote.Lerobot;

/// <summary>How to reach LeRobot's asynchronous inference server: <c>http://host:8080</c>. It has neither encryption nor authentication.</summary>
public sealed record LerobotOptions : RemoteOptions
{
    /// <summary>What the server is told to load; see <see cref="LerobotFeatures"/> for its features.</summary>
    public required PolicySetup Setup { get; init; }

    /// <summary>How payloads are written; replies are read in either form.</summary>
    public PayloadGeneration Generation { get; init; } = PayloadGeneration.Pickle;

    /// <summary>Longest time for the server to load the policy; loading takes seconds to minutes.</summary>
    public TimeSpan SetupTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// True to take a reply only when its first row carries the time stamp that was sent, which LeRobot's server copies to the bit: so two observations of the
    /// same step are told apart. False for servers that stamp with their own clock.
    /// </summary>
    public bool ChecksTimestamps { get; init; } = true;
}
