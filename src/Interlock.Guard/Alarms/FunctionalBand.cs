using Interlock.Guard.Monitors;

namespace Interlock.Guard.Alarms;

/// <summary>
/// How a monitor normally runs over an episode: mean and spread of its sliding average at each time, from the fit
/// episodes. Time is cut into bins; the last bin is carried on for ever.
/// </summary>
public sealed record FunctionalBand
{
    /// <summary>Name of the monitor.</summary>
    public required string Monitor { get; init; }

    /// <summary>Direction of trouble.</summary>
    public required MonitorDirection WorseWhen { get; init; }

    /// <summary>Values that are averaged, 1 or more.</summary>
    public required int WindowSteps { get; init; }

    /// <summary>Steps in a bin, 1 or more.</summary>
    public required int BinSteps { get; init; }

    /// <summary>Mean per bin, in the monitor's unit.</summary>
    public required double[] Mean { get; init; }

    /// <summary>Spread per bin, in the monitor's unit; above 0.</summary>
    public required double[] Modulation { get; init; }
}
