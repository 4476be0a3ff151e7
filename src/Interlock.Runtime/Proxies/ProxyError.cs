using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Runtime.Proxies;

/// <summary>Findings of a proxy: the place is the part of the exchange.</summary>
internal static class ProxyError
{
    public static DiagnosticException Of(string code, string place, string message, string? hint = null) =>
        new(code, message, new SourcePlace("proxy", Key: place), hint);

    /// <summary>The policy server took too long.</summary>
    public static DiagnosticException Silent(TimeSpan span, string what) => Of(
        ProxyCodes.Silent, "upstream", $"the policy server {what} within {ShortNumber.Of(span.TotalSeconds)} s; its connection was dropped, so that a late reply reaches nobody");

    /// <summary>One line for a peer and for a person.</summary>
    public static string Line(DiagnosticException failure) => failure.Diagnostics[0].ToString();
}
