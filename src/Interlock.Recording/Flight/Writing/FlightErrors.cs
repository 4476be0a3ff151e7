using Interlock.Core.Diagnostics;

namespace Interlock.Recording.Flight.Writing;

/// <summary>Findings about recordings being made.</summary>
internal static class FlightErrors
{
    public static Diagnostic Ended(string? path, Exception cause) => new(
        "RC021",
        DiagnosticSeverity.Error,
        $"the recording ended early: {cause.Message.TrimEnd('.')}",
        path is null ? null : SourcePlace.OfFile(path),
        "check free space and device; `interlock record recover` saves what was written, the robot was not affected");

    public static DiagnosticException CannotStart(string path, string why, string hint) =>
        new("RC022", why, SourcePlace.OfFile(path), hint);
}
