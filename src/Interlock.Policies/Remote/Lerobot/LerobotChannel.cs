using System.Net;
using System.Net.Http.Headers;
using Interlock.Policies.Remote.Http;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Protobuf;

namespace Interlock.Policies.Remote.Lerobot;

/// <summary>The calls of LeRobot's service: gRPC over HTTP/2 without encryption, known beforehand.</summary>
internal sealed class LerobotChannel(Uri address, string shown, int longestReplyBytes) : IDisposable
{
    private const string Service = "/transport.AsyncInference/";
    private const string ContentType = "application/grpc";

    private readonly RemoteHttp _http = new(shown);
    private readonly WireBuffer _body = new();
    private readonly WireBuffer _message = new();

    public Task ReadyAsync(CancellationToken cancellation) => CallAsync("Ready", Framed(default), cancellation);

    public Task SetUpAsync(ReadOnlyMemory<byte> setup, CancellationToken cancellation)
    {
        _message.Clear();
        TransportMessage.Write(setup.Span, _message);
        return CallAsync("SendPolicyInstructions", Framed(_message.Written), cancellation);
    }

    public Task ObserveAsync(ReadOnlyMemory<byte> observation, CancellationToken cancellation)
    {
        _body.Clear();
        foreach (TransferPiece piece in TransferPiece.Cut(observation))
        {
            _message.Clear();
            TransportMessage.Write(piece, _message);
            Append(_message.Written);
        }

        return CallAsync("SendObservations", _body.Written, cancellation);
    }

    /// <summary>The payload of the newest chunk; empty when there is none.</summary>
    public async Task<ReadOnlyMemory<byte>> ActionsAsync(CancellationToken cancellation) =>
        TransportMessage.ReadData(await CallAsync("GetActions", Framed(default), cancellation));

    public void Dispose() => _http.Dispose();

    private ReadOnlyMemory<byte> Framed(ReadOnlyMemory<byte> message)
    {
        _body.Clear();
        Append(message);
        return _body.Written;
    }

    private void Append(ReadOnlyMemory<byte> message)
    {
        GrpcFrame.WriteHeader(_body.Take(GrpcFrame.HeaderBytes), message.Length);
        _body.Add(message.Span);
    }

    private async Task<ReadOnlyMemory<byte>> CallAsync(string method, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(address, Service + method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            // A copy: the call may be over before the transport has let go of the request.
            Content = new ByteArrayContent(body.ToArray()),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        using HttpResponseMessage response = await _http.SendAsync(request, cancellation);
        ReadOnlyMemory<byte> reply = await _http.ReadAsync(response, longestReplyBytes + GrpcFrame.HeaderBytes, cancellation);
        GrpcReply.RequireSuccess(response, method, shown);
        return GrpcReply.OnlyMessage(reply, longestReplyBytes, method, shown);
    }
}
