using System.Net;
using System.Net.Http.Headers;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Policies.Wire.Protobuf;

namespace Interlock.Policies.Remote.Lerobot;

/// <summary>Outcome and message of a gRPC call. Source: gRPC over HTTP/2, Responses.</summary>
internal static class GrpcReply
{
    private const int DeadlineExceeded = 4;
    private const int Unavailable = 14;

    public static void RequireSuccess(HttpResponseMessage response, string method, string address)
    {
        if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType?.StartsWith("application/grpc", StringComparison.Ordinal) == false)
        {
            throw NotGrpc(address, method, $"the server replied with HTTP {(int)response.StatusCode} and {Quoted.Of(response.Content.Headers.ContentType?.ToString() ?? "")}");
        }

        string? status = Find(response.TrailingHeaders, "grpc-status") ?? Find(response.Headers, "grpc-status");
        int code = int.TryParse(status, out int number) ? number : throw NotGrpc(address, method, "the reply ends without a status");
        if (code != 0)
        {
            string message = Uri.UnescapeDataString(Find(response.TrailingHeaders, "grpc-message") ?? Find(response.Headers, "grpc-message") ?? "");
            throw Failed(code, method, message, address);
        }
    }

    public static ReadOnlyMemory<byte> OnlyMessage(ReadOnlyMemory<byte> reply, int longestBytes, string method, string address)
    {
        bool isWhole = GrpcFrame.TryRead(reply, out ReadOnlyMemory<byte> message, longestBytes);
        return isWhole && reply.Length == GrpcFrame.HeaderBytes + message.Length
            ? message
            : throw NotGrpc(address, method, $"the reply has {reply.Length} bytes that are not one message");
    }

    private static string? Find(HttpHeaders headers, string name) => headers.TryGetValues(name, out IEnumerable<string>? values) ? values.First() : null;

    private static DiagnosticException Failed(int code, string method, string message, string address) => code switch
    {
        Unavailable => RemoteError.Of(RemoteCodes.Cut, address, method, $"the server is unavailable: {Quoted.Of(message)}"),
        DeadlineExceeded => RemoteError.Of(RemoteCodes.TimedOut, address, method, $"the server gave up: {Quoted.Of(message)}"),
        _ => RemoteError.Of(RemoteCodes.GrpcStatus, address, method, $"the call failed with gRPC status {code}: {Quoted.Of(message)}", "the cause is in the server's log"),
    };

    private static DiagnosticException NotGrpc(string address, string method, string message) =>
        RemoteError.Of(RemoteCodes.NotGrpc, address, method, message, "is this LeRobot's asynchronous inference server?");
}
