using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>How often and how soon a server that failed is asked again.</summary>
public sealed record RetrySettings
{
    /// <summary>Attempts in all. 1 to 100. Default: 2.</summary>
    [ConfigKey("Attempts in all.", Min = 1, Max = 100)]
    public int Attempts { get; init; } = 2;

    /// <summary>Wait before the second attempt; each further one waits twice as long. 1 to 60000 ms. Default: 100.</summary>
    [ConfigKey("Wait before the second attempt; each further one waits twice as long.", Unit = "ms", Min = 1, Max = 60000)]
    public double FirstDelayMs { get; init; } = 100;

    /// <summary>Longest wait. 1 to 600000 ms. Default: 2000.</summary>
    [ConfigKey("Longest wait.", Unit = "ms", Min = 1, Max = 600000)]
    public double MaxDelayMs { get; init; } = 2000;
}
