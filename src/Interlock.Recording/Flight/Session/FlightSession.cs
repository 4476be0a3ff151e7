namespace Interlock.Recording.Flight.Session;

/// <summary>What a recording says about itself at its beginning, kept as the metadata record <c>interlock.run</c>.</summary>
public sealed record FlightSession
{
    /// <summary>Name of the run, unique where recordings are kept together.</summary>
    public required string RunId { get; init; }

    /// <summary>Monotonic time of the loop's clock at the start, ns; pairs with <see cref="StartUtcNs"/>.</summary>
    public required long StartMonotonicNs { get; init; }

    /// <summary>The wall clock at the same moment, ns since 1970-01-01 UTC. File times count on from it monotonically: a jump of the wall clock cannot reorder them.</summary>
    public required long StartUtcNs { get; init; }

    /// <summary>Key of the fact that says what the times of the run are: <see cref="RealClock"/> or <see cref="VirtualClock"/>; absent where nobody said.</summary>
    public const string ClockFact = "interlock.clock";

    /// <summary>Times were measured on a machine.</summary>
    public const string RealClock = "real";

    /// <summary>Times were stated by a simulation: they say nothing about a machine.</summary>
    public const string VirtualClock = "virtual";

    /// <summary>The instruction; null when there is none.</summary>
    public string? Task { get; init; }

    /// <summary>Name of the policy; null when unknown.</summary>
    public string? Policy { get; init; }

    /// <summary>Name of the robot; null when unknown.</summary>
    public string? Robot { get; init; }

    /// <summary>Level of the certificate that the gate found; null without one.</summary>
    public string? CertificateLevel { get; init; }

    /// <summary>Version of the software that drove; null when unknown.</summary>
    public string? SoftwareVersion { get; init; }

    /// <summary>Further facts; keys with the prefix <c>interlock.</c> are ours. Default none.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>The clock of the run: <see cref="RealClock"/>, <see cref="VirtualClock"/>; null where nobody said.</summary>
    public string? Clock => Facts.GetValueOrDefault(ClockFact);
}
