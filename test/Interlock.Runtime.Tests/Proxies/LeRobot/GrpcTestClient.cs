using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;
using Interlock.Policies.Wire.Protobuf;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

/// <summary>Calls LeRobot's service byte by byte, on a connection of its own; over TLS where it is told whom to trust.</summary>
internal sealed class GrpcTestClient(int port, string? authorization = null, X509ChainPolicy? trust = null) : IDisposable
{
    private readonly string _address = trust is null ? $"http://127.0.0.1:{port}" : $"https://localhost:{port}";
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        InitialHttp2StreamWindowSize = 1 << 20,
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    public static byte[] Framed(ReadOnlySpan<byte> message)
    {
        byte[] frame = new byte[GrpcFrame.HeaderBytes + message.Length];
        GrpcFrame.WriteHeader(frame, message.Length);
        message.CopyTo(frame.AsSpan(GrpcFrame.HeaderBytes));
        return frame;
    }

    public static byte[] Message(ReadOnlySpan<byte> data)
    {
        WireBuffer buffer = new();
        TransportMessage.Write(data, buffer);
        return buffer.Written.ToArray();
    }

    /// <summary>An observation as a client streams it.</summary>
    public static byte[] Pieces(ReadOnlyMemory<byte> payload)
    {
        List<byte> body = [];
        foreach (TransferPiece piece in TransferPiece.Cut(payload))
        {
            WireBuffer buffer = new();
            TransportMessage.Write(piece, buffer);
            body.AddRange(Framed(buffer.Written.Span));
        }

        return [.. body];
    }

    public Task<GrpcTestReply> ReadyAsync() => CallAsync("Ready", Framed([]));

    public Task<GrpcTestReply> SetUpAsync(byte[] payload) => CallAsync("SendPolicyInstructions", Framed(Message(payload)));

    public Task<GrpcTestReply> ObserveAsync(byte[] payload) => CallAsync("SendObservations", Pieces(payload));

    public Task<GrpcTestReply> ActionsAsync() => CallAsync("GetActions", Framed([]));

    public async Task<GrpcTestReply> CallAsync(string method, byte[] body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"{_address}/transport.AsyncInference/{method}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("authorization", authorization);
        }

        using HttpResponseMessage response = await _http.SendAsync(request);
        byte[] reply = await response.Content.ReadAsByteArrayAsync();
        return new GrpcTestReply(
            int.Parse(Find(response, "grpc-status") ?? "-1"), Uri.UnescapeDataString(Find(response, "grpc-message") ?? ""), reply, Find(response, "x-interlock"));
    }

    public void Dispose() => _http.Dispose();

    private static string? Find(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out IEnumerable<string>? values) || response.Headers.TryGetValues(name, out values) ? values.First() : null;
}

/// <summary>What came back.</summary>
internal sealed record GrpcTestReply(int Status, string Words, byte[] Body, string? Annotation)
{
    public byte[] Payload => TransportMessage.ReadData(Body.AsMemory(GrpcFrame.HeaderBytes)).ToArray();

    public IReadOnlyList<TimedAction> Actions => LerobotPayload.ReadActions(Payload);

    public double[] Rows => [.. Actions.SelectMany(action =>
    {
        double[] row = new double[action.Action.ElementCount];
        action.Action.CopyTo(row);
        return row;
    })];
}
