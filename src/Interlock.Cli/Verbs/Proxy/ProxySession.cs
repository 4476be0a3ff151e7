using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies;

namespace Interlock.Cli.Verbs.Proxy;

/// <summary>One call of <c>proxy</c>.</summary>
internal static class ProxySession
{
    private const string PortTaken = "RT201";

    // The contract is not for what was certified.
    private static readonly string[] MeaningCodes = ["RT140", "RT141", "RT142", "RT143", "RT231"];

    public static int Run(VerbHost host, ProxyOptions options, ProxyReport report, CancellationToken cancellation)
    {
        try
        {
            using ProxyServer server = new(options, host.Clock);
            report.Listening(server.Endpoint, options);
            server.RunAsync(cancellation).GetAwaiter().GetResult();
            report.Ended(server.Counts);
            return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Ok;
        }
        catch (DiagnosticException failure) when (failure.Diagnostics[0].Code == PortTaken)
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
