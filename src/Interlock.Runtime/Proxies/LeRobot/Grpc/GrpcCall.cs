using System.Buffers;
using System.IO.Pipelines;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Interlock.Runtime.Proxies.LeRobot.Grpc;

/// <summary>One call of a client. Source: gRPC over HTTP/2.</summary>
internal sealed class GrpcCall(HttpContext http)
{
    private const string ContentType = "application/grpc";

    /// <summary>An empty message in its frame.</summary>
    public static ReadOnlyMemory<byte> Empty { get; } = new byte[GrpcFrame.HeaderBytes];

    /// <summary>Ends when the client gives up.</summary>
    public CancellationToken Gone => http.RequestAborted;

    public bool IsGrpc => http.Request.Method == "POST" && http.Request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads the whole body: messages in their frames.</summary>
    /// <exception cref="DiagnosticException">RT213: too long; RT210: the client broke off.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(WireBuffer room, int longestBytes, CancellationToken cancellation)
    {
        room.Clear();
        PipeReader reader = http.Request.BodyReader;
        try
        {
            while (true)
            {
                ReadResult read = await reader.ReadAsync(cancellation);
                Require(room.Length + read.Buffer.Length <= longestBytes, longestBytes);
                Take(read.Buffer, room);
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return room.Written;
                }
            }
        }
        catch (IOException failure)
        {
            throw ProxyError.Of(ProxyCodes.Cut, "client", $"the client broke off within a call: {failure.Message}");
        }
    }

    /// <summary>Sends one message in its frame.</summary>
    public async Task ReplyAsync(ReadOnlyMemory<byte> frame, string? annotation)
    {
        http.Response.ContentType = ContentType;
        await http.Response.BodyWriter.WriteAsync(frame);
        IHeaderDictionary trailers = http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers;
        trailers.Append("grpc-status", "0");
        if (annotation is not null)
        {
            trailers.Append("x-interlock", annotation);
        }
    }

    /// <summary>Ends the call with a status alone.</summary>
    public void Fail(int status, string message)
    {
        http.Response.ContentType = ContentType;
        http.Response.Headers["grpc-status"] = $"{status}";
        http.Response.Headers["grpc-message"] = Uri.EscapeDataString(message);
    }

    // The frame tells how much comes, so that the room grows once.
    private static void Take(in ReadOnlySequence<byte> arrived, WireBuffer room)
    {
        if (room.Length == 0 && arrived.FirstSpan.Length >= GrpcFrame.HeaderBytes)
        {
            uint announced = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(arrived.FirstSpan[1..]);
            room.GetSpan((int)Math.Min(announced, GrpcFrame.LongestMessageBytes) + GrpcFrame.HeaderBytes);
        }

        foreach (ReadOnlyMemory<byte> part in arrived)
        {
            room.Write(part.Span);
        }
    }

    private static void Require(bool fits, int longestBytes)
    {
        if (!fits)
        {
            throw ProxyError.Of(ProxyCodes.TooLong, "request", $"a call of more than {longestBytes} bytes, which is the most taken");
        }
    }
}
