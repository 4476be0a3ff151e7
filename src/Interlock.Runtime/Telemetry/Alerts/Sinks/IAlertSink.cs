namespace Interlock.Runtime.Telemetry.Alerts.Sinks;

/// <summary>Where alerts go. A sink that is disposable is disposed with the service.</summary>
public interface IAlertSink
{
    /// <summary>Tells a notice; one at a time.</summary>
    /// <exception cref="AlertSinkException">It was not told.</exception>
    ValueTask SendAsync(AlertNotice notice, CancellationToken cancellation);
}
