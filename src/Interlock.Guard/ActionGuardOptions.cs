using Interlock.Guard.Calibration;

namespace Interlock.Guard;

/// <summary>How an <see cref="ActionGuard"/> is set up beyond its contract.</summary>
public sealed record ActionGuardOptions
{
    /// <summary>Default of <see cref="InterventionCapacity"/>: 8 KiB, eight seconds of one channel in trouble at 30 Hz.</summary>
    public const int DefaultInterventionCapacity = 256;

    /// <summary>Interventions kept in the ring.</summary>
    /// <value>Default 256; 1 or more.</value>
    public int InterventionCapacity { get; init; } = DefaultInterventionCapacity;

    /// <summary>
    /// True lets a channel that stands outside its bounds at the start creep back inside; false (the default) holds and latches,
    /// so that a person decides.
    /// </summary>
    public bool AllowReturnFromOutside { get; init; }

    /// <summary>Turns the monitors off (limits only).</summary>
    public bool WithoutMonitors { get; init; }

    /// <summary>What was learnt from demonstrations: monitors that need a model stay silent without it, and no alarm can fire.</summary>
    public GuardCalibration? Calibration { get; init; }

    /// <summary>Looks at every limit of every channel on its own; for the test that the quick ways decide the same.</summary>
    internal bool ChannelByChannel { get; init; }

    /// <summary>Receives one line per intervention in mode <c>warn</c>, on the control thread; null for none.</summary>
    public Action<string>? OnWarning { get; init; }
}
