using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Session;

namespace Interlock.Runtime.Telemetry.Alerts;

/// <summary>Something that a person should know now.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="Code">Stable code; null for what needs none.</param>
/// <param name="Channel">The channel it is about; null for none.</param>
/// <param name="Sentence">Of the supervisor or the guard: what happened, value, limit and unit, what was done.</param>
/// <param name="Count">How often it happened, 1 or more.</param>
public sealed record Alert(FlightLevel Level, string? Code, string? Channel, string Sentence, long Count = 1)
{
    /// <summary>What a session narrated.</summary>
    public static Alert Of(Happening happening) => new(happening.Level, happening.Code, null, happening.Sentence);

    /// <summary>What a proxy told; clients are not kept apart.</summary>
    public static Alert Of(ProxyEvent happened) => new(
        happened.Severity switch
        {
            _ when happened.Code == ProxyCodes.Latched => FlightLevel.Error,
            DiagnosticSeverity.Error => FlightLevel.Error,
            DiagnosticSeverity.Warning => FlightLevel.Warning,
            _ => FlightLevel.Info,
        },
        happened.Code,
        null,
        $"{happened.Code} {happened.Message}");
}
