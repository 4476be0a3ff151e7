using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Remote;

/// <summary>Findings about a server: its address stands where a file name would, the step of the conversation where a line would.</summary>
internal static class RemoteError
{
    public static DiagnosticException Of(string code, string address, string step, string message, string? hint = null) =>
        new(code, message, new SourcePlace(address, Key: step), hint);
}
