using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>The control loop.</summary>
public sealed record LoopSettings
{
    /// <summary>Control periods per second. 0.01 to 10000 Hz. Default: rate_hz of the contract.</summary>
    [ConfigKey("Control periods per second.", Unit = "Hz", Min = 0.01, Max = 10000, DefaultText = "rate_hz of the contract")]
    public double? RateHz { get; init; }

    /// <summary>How the control thread is scheduled. Default: normal.</summary>
    [ConfigKey("How the control thread is scheduled.")]
    public LoopPriority Priority { get; init; }

    /// <summary>Time before each deadline in which the thread spins in place of sleeping. 0 to 10000 µs. Default: 50.</summary>
    [ConfigKey("Time before each deadline in which the thread spins in place of sleeping.", Unit = "µs", Min = 0, Max = 10000)]
    public double SpinUs { get; init; } = 50;

    /// <summary>Deadlines that may be missed in the window. 0 to 100000 periods. Default: 10.</summary>
    [ConfigKey("Deadlines that may be missed in the window.", Unit = "periods", Min = 0, Max = 100000)]
    public int MaxMissed { get; init; } = 10;

    /// <summary>The window in which missed deadlines count. 1 to 100000 periods. Default: 1000.</summary>
    [ConfigKey("The window in which missed deadlines count.", Unit = "periods", Min = 1, Max = 100000)]
    public int MissedWindow { get; init; } = 1000;

    /// <summary>Largest age of the robot's state. 1 to 3600000 ms. Default: 100.</summary>
    [ConfigKey("Largest age of the robot's state.", Unit = "ms", Min = 1, Max = 3600000)]
    public double StateMaxAgeMs { get; init; } = 100;
}
