using Interlock.Core.Diagnostics;
using Interlock.Runtime.Live.Sockets;

namespace Interlock.Runtime.Live;

/// <summary>Findings of a live feed.</summary>
internal static class LiveError
{
    public static DiagnosticException Of(string code, string place, string message, string? hint = null) =>
        new(code, message, new SourcePlace("live", Key: place), hint);

    /// <summary>A peer broke the rules of websockets or of this feed, and is let go with that reason.</summary>
    public static DiagnosticException Broken(CloseReason reason, string message)
    {
        DiagnosticException broken = Of(LiveCodes.Rules, "request", message);
        broken.Data[nameof(CloseReason)] = reason;
        return broken;
    }

    /// <summary>The reason that <see cref="Broken"/> was given.</summary>
    public static CloseReason ReasonOf(DiagnosticException broken) => broken.Data[nameof(CloseReason)] as CloseReason? ?? CloseReason.PolicyViolation;
}
