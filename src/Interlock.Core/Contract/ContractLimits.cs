namespace Interlock.Core.Contract;

/// <summary>The outer limits of what a contract may state. They keep sums, differences and products of limits finite.</summary>
public static class ContractLimits
{
    /// <summary>Most channels.</summary>
    public const int MaxChannels = 512;

    /// <summary>Longest name of a contract, channel or file, in characters.</summary>
    public const int MaxNameLength = 128;

    /// <summary>Most vector speed limits.</summary>
    public const int MaxSpeedNorms = 64;

    /// <summary>Most channels of a workspace box.</summary>
    public const int MaxWorkspaceChannels = 3;

    /// <summary>Largest size of a contract file, in bytes.</summary>
    public const int MaxFileBytes = 1 << 20;

    /// <summary>Largest absolute value of any limit, in the limit's own unit.</summary>
    public const double MaxMagnitude = 1e12;

    /// <summary>Smallest value of a limit that has to be above zero, in the limit's own unit.</summary>
    public const double MinPositive = 1e-12;

    /// <summary>Lowest control rate, in hertz.</summary>
    public const double MinRateHz = 0.01;

    /// <summary>Highest control rate, in hertz.</summary>
    public const double MaxRateHz = 100_000;

    /// <summary>Largest age limit for actions, in milliseconds: one hour.</summary>
    public const double MaxAgeMs = 3_600_000;

    /// <summary>Longest escalation window, in steps.</summary>
    public const int MaxEscalationSteps = 1_000_000;
}
