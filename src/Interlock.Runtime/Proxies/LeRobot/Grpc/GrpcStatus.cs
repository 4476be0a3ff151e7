using System.Text;
using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Proxies.LeRobot.Grpc;

/// <summary>Outcomes of a gRPC call. Source: gRPC, doc/statuscodes.md.</summary>
internal static class GrpcStatus
{
    public const int Ok = 0;
    public const int InvalidArgument = 3;
    public const int DeadlineExceeded = 4;
    public const int ResourceExhausted = 8;
    public const int Unimplemented = 12;
    public const int Internal = 13;
    public const int Unavailable = 14;
    public const int Unauthenticated = 16;

    private const string CompressedMessage = "PO051";

    /// <summary>A message as the header carries it: libraries do not undo more escapes than the standard makes. Source: gRPC, doc/PROTOCOL-HTTP2.md.</summary>
    public static string Encoded(string message) =>
        string.Concat(Encoding.UTF8.GetBytes(message).Select(one => one is >= 0x20 and <= 0x7e and not (byte)'%' ? $"{(char)one}" : $"%{one:X2}"));

    /// <summary>What a client learns about its own mistake.</summary>
    public static int OfRequest(DiagnosticException failure) => failure.Diagnostics[0].Code switch
    {
        ProxyCodes.NotAllowed => Unauthenticated,
        ProxyCodes.Taken or ProxyCodes.TooLong => ResourceExhausted,
        ProxyCodes.NotHttp or CompressedMessage => Unimplemented,
        _ => InvalidArgument,
    };

    /// <summary>What a client learns about the policy server.</summary>
    public static int OfUpstream(DiagnosticException failure) => failure.Diagnostics[0].Code switch
    {
        ProxyCodes.Silent => DeadlineExceeded,
        ProxyCodes.Unreachable or ProxyCodes.Cut or ProxyCodes.Untrusted => Unavailable,
        _ => Internal,
    };
}
