using Interlock.Cli.Verbs.Telemetry;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Telemetry;

namespace Interlock.Cli.Verbs.Proxy;

/// <summary>One call of <c>proxy</c>.</summary>
internal static class ProxySession
{
    private static readonly string[] PortTaken = ["RT201", TelemetryCodes.PortTaken];

    // The contract is not for what was certified.
    private static readonly string[] MeaningCodes = ["RT140", "RT141", "RT142", "RT143", "RT231"];

    public static int Run(VerbHost host, ProxyOptions options, ProxyReport report, CancellationToken cancellation, TelemetryWishes? telemetry = null, Func<IDisposable?>? listening = null)
    {
        try
        {
            using ProxyTelemetry? told = telemetry is null ? null : ProxyTelemetry.Open(host, options, telemetry);
            using ProxyServer server = new(ProxyTelemetry.Around(told, options), host.Clock);
            told?.Watch(server, options);
            report.Listening(server.Endpoint, options);
            using IDisposable? beside = listening?.Invoke();
            server.RunAsync(cancellation).GetAwaiter().GetResult();
            report.Ended(server.Counts);
            return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Ok;
        }
        catch (DiagnosticException failure) when (PortTaken.Contains(failure.Diagnostics[0].Code))
        {
            FailureReport.Write(host.Error, failure.Diagnostics);
            return ExitCode.DeviceOrPeer;
        }
        catch (DiagnosticException failure) when (options.Gate is not null && MeaningCodes.Contains(failure.Diagnostics[0].Code))
        {
            FailureReport.Write(host.Error, failure.Diagnostics);
            return ExitCode.RefusedToStart;
        }
    }
}
