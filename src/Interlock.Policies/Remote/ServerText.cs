using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Policies.Remote;

/// <summary>What a server writes for people when it fails.</summary>
internal static class ServerText
{
    public static DiagnosticException Failure(string address, string step, ReadOnlySpan<byte> traceback) => RemoteError.Of(
        RemoteCodes.ServerFailed, address, step, $"the server failed: {Quoted.Of(LastLine(traceback))}", "the whole traceback is in the server's log");

    /// <summary>The last line with anything in it: Python puts the exception there.</summary>
    public static string LastLine(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text).TrimEnd().Split('\n')[^1].Trim();
}
