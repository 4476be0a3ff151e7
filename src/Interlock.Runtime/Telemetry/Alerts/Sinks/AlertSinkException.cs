namespace Interlock.Runtime.Telemetry.Alerts.Sinks;

/// <summary>An alert was not told. The message names no address and no secret.</summary>
public sealed class AlertSinkException(string message, bool mayTryAgain) : Exception(message)
{
    /// <summary>False when another attempt would fail as well.</summary>
    public bool MayTryAgain { get; } = mayTryAgain;
}
