using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Telemetry;

/// <summary>Findings of telemetry: the place is the key.</summary>
internal static class TelemetryError
{
    public static DiagnosticException Of(string code, string key, string message, string? hint = null) =>
        new(code, message, new SourcePlace("telemetry", Key: key), hint);
}
