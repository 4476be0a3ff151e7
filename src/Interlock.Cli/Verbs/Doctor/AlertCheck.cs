using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Telemetry;
using Interlock.Runtime.Telemetry.Alerts;
using Interlock.Runtime.Telemetry.Alerts.Sinks;

namespace Interlock.Cli.Verbs.Doctor;

/// <summary>Sends a test alert to every sink of a run file.</summary>
internal static class AlertCheck
{
    private const string Sentence = $"{TelemetryCodes.TestAlert} a test: alerts of this run arrive here";

    /// <summary>Tries each sink once; nothing where no file was named.</summary>
    public static IEnumerable<MachineFinding> Run(string? path, VerbHost host, CancellationToken cancellation)
    {
        if (path is null)
        {
            return [];
        }

        DiagnosticCollector findings = new();
        RunFile file = RunFile.Load(path, [], findings) ?? throw new DiagnosticException(findings.Items);
        IReadOnlyList<AlertRoute> routes = TelemetrySetup.Routes(file, host.Error, host.Clock);
        return routes.Count == 0
            ? [new MachineFinding("alerts", MachineStatus.Advice, $"{path} has no alert sinks", "add telemetry.alerts")]
            : routes.Select(route => Try(route, file.Settings.Name, host, cancellation)).ToArray();
    }

    private static MachineFinding Try(AlertRoute route, string source, VerbHost host, CancellationToken cancellation)
    {
        string name = $"alert_{route.Name}";
        try
        {
            Alert alert = new(FlightLevel.Warning, TelemetryCodes.TestAlert, null, Sentence);
            route.Sink.SendAsync(new AlertNotice(alert, host.Clock.GetUtcNow(), source, 0, 0), cancellation).AsTask().GetAwaiter().GetResult();
            return new MachineFinding(name, MachineStatus.Ok, "took the test alert");
        }
        catch (AlertSinkException failure)
        {
            return new MachineFinding(name, MachineStatus.Unreachable, failure.Message, "see docs/codes/RT264.md");
        }
        finally
        {
            (route.Sink as IDisposable)?.Dispose();
        }
    }
}
