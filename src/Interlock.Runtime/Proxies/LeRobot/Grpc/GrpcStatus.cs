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
        ProxyCodes.Unreachable or ProxyCodes.Cut => Unavailable,
        _ => Internal,
    };
}
