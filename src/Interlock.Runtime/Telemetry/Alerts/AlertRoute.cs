using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Telemetry.Alerts.Sinks;

namespace Interlock.Runtime.Telemetry.Alerts;

/// <summary>A sink, and what it is told.</summary>
/// <param name="Name">For metrics and troubles, unique among the routes; never an address.</param>
/// <param name="Sink">Disposed with the service.</param>
public sealed record AlertRoute(string Name, IAlertSink Sink)
{
    /// <summary>What matters less is not told. Default <see cref="FlightLevel.Warning"/>.</summary>
    public FlightLevel Least { get; init; } = FlightLevel.Warning;

    /// <summary>Alerts of one code and channel within this are told as one. Default 60 s; zero tells each.</summary>
    public TimeSpan Group { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most alerts a minute, above 0. Default 20.</summary>
    public double PerMinute { get; init; } = 20;

    /// <summary>Most alerts on end, 1 or more. Default 5.</summary>
    public int Burst { get; init; } = 5;
}
