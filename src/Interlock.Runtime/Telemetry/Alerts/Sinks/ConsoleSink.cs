namespace Interlock.Runtime.Telemetry.Alerts.Sinks;

/// <summary>A line for each alert.</summary>
/// <param name="output">Not disposed.</param>
public sealed class ConsoleSink(TextWriter output) : IAlertSink
{
    /// <inheritdoc />
    public async ValueTask SendAsync(AlertNotice notice, CancellationToken cancellation)
    {
        try
        {
            await output.WriteLineAsync($"alert {notice.Text}".AsMemory(), cancellation);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            throw new AlertSinkException($"the output was closed: {failure.GetType().Name}", mayTryAgain: false);
        }
    }
}
