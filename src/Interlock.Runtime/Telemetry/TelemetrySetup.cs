using System.Net;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Telemetry.Alerts;
using Interlock.Runtime.Telemetry.Alerts.Sinks;

namespace Interlock.Runtime.Telemetry;

/// <summary>From a run file to telemetry. Secrets are read here, from files and variables, and go no further than their sinks.</summary>
public static class TelemetrySetup
{
    private const double BytesPerMib = 1 << 20;

    /// <summary>What the file asks for; null when it asks for nothing.</summary>
    /// <param name="file">A file without errors.</param>
    /// <param name="console">Where the console sink and troubles are told.</param>
    /// <param name="time">Clock of time-outs.</param>
    /// <exception cref="DiagnosticException">RT260: the token is missing; RT263: the address of a webhook is.</exception>
    public static TelemetryOptions? Options(RunFile file, TextWriter console, TimeProvider time) => file.Settings.Telemetry is not { } telemetry
        ? null
        : new TelemetryOptions
        {
            Source = file.Settings.Name,
            Interval = TimeSpan.FromMilliseconds(telemetry.CollectMs),
            Metrics = telemetry.Metrics is { } metrics ? new MetricsListener(IPEndPoint.Parse(metrics.Listen), Token(file, metrics.TokenFile)) : null,
            Alerts = Routes(file, console, time),
            OnTrouble = console.WriteLine,
        };

    /// <summary>The sinks of a file, in its order.</summary>
    /// <exception cref="DiagnosticException">RT263: the address of a webhook is missing or must not be used.</exception>
    public static IReadOnlyList<AlertRoute> Routes(RunFile file, TextWriter console, TimeProvider time) =>
        Routes(file.Settings.Telemetry?.Alerts ?? [], file.Resolve, console, time);

    /// <summary>The sinks of settings, in their order.</summary>
    /// <param name="alerts">Without errors.</param>
    /// <param name="resolve">From a path of the settings to one of this machine.</param>
    /// <param name="console">Where the console sink tells.</param>
    /// <param name="time">Clock of time-outs.</param>
    /// <exception cref="DiagnosticException">RT263: the address of a webhook is missing or must not be used.</exception>
    public static IReadOnlyList<AlertRoute> Routes(IReadOnlyList<AlertSettings> alerts, Func<string, string> resolve, TextWriter console, TimeProvider time) =>
        [.. alerts.Select((alert, i) => Route(resolve, alert, i, console, time))];

    private static AlertRoute Route(Func<string, string> resolve, AlertSettings alert, int index, TextWriter console, TimeProvider time)
    {
        IAlertSink sink = alert.Sink switch
        {
            AlertSinkKind.Console => new ConsoleSink(console),
            AlertSinkKind.File => new FileSink(resolve(alert.Path!), (long)(alert.MaxMib * BytesPerMib), alert.Keep),
            _ => new WebhookSink(Address(resolve, alert, $"alerts[{index}]"), time, TimeSpan.FromSeconds(alert.TimeoutS)),
        };
        return new AlertRoute($"{Core.Text.EnumWord.Of(alert.Sink)}[{index}]", sink)
        {
            Least = alert.Level switch { AlertLevel.Info => FlightLevel.Info, AlertLevel.Error => FlightLevel.Error, _ => FlightLevel.Warning },
            Group = TimeSpan.FromSeconds(alert.GroupS),
            PerMinute = alert.PerMinute,
            Burst = alert.Burst,
        };
    }

    private static Uri Address(Func<string, string> resolve, AlertSettings alert, string key) => alert.AddressFile is { } path
        ? WebhookAddress.Parse(FirstLine(resolve(path)), $"{key}.address_file")
        : WebhookAddress.Parse(Environment.GetEnvironmentVariable(alert.AddressVariable!), $"{key}.address_variable");

    private static string? Token(RunFile file, string? path)
    {
        if (path is null)
        {
            return null;
        }

        string? token = FirstLine(file.Resolve(path))?.Trim();
        return string.IsNullOrEmpty(token)
            ? throw TelemetryError.Of(TelemetryCodes.Listen, "metrics.token_file", $"there is no token in {path}", "write it into the first line")
            : token;
    }

    private static string? FirstLine(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
