using System.Text;
using Interlock.Runtime.Proxies.Connections;
using Interlock.Runtime.Proxies.Serving;
using Interlock.Runtime.Proxies.WebSockets;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>How openpi servers fail: the reason as text, then a close with code 1011.</summary>
internal static class ClosingWords
{
    public const int Normal = 1000;
    public const int Broken = 1002;
    public const int TooLong = 1009;
    public const int Failed = 1011;

    private const string Reason = "Internal server error. Traceback included in previous frame.";

    public static int CodeFor(string finding) => finding switch
    {
        ProxyCodes.WebSocketRules => Broken,
        ProxyCodes.TooLong => TooLong,
        _ => Failed,
    };

    /// <summary>Says why, and closes.</summary>
    public static void Say(Channel client, ReadOnlySpan<byte> text, int code, Watch watch, TimeProvider time)
    {
        try
        {
            FrameWriter writer = new(client, null);
            writer.Send(Opcode.Text, text);
            writer.Close(code, code == Failed ? Reason : "");
            Leave.Wait(client, watch, time);
        }
        catch (IOException)
        {
            // It was told as well as it could be.
        }
    }

    public static byte[] Line(Core.Diagnostics.DiagnosticException failure) => Encoding.UTF8.GetBytes(ProxyError.Line(failure));
}
