using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Proxies;

/// <summary>Findings of a proxy: the place is the part of the exchange.</summary>
internal static class ProxyError
{
    public static DiagnosticException Of(string code, string place, string message, string? hint = null) =>
        new(code, message, new SourcePlace("proxy", Key: place), hint);

    /// <summary>One line for a peer and for a person.</summary>
    public static string Line(DiagnosticException failure) => failure.Diagnostics[0].ToString();
}
