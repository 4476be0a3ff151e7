using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Interlock.Cli.Tests.Verbs.Telemetry;

/// <summary>Takes OTLP over gRPC as a collector does: HTTP/2 in the clear, one message behind a head of five bytes, the status in a trailer.</summary>
internal sealed class GrpcCollector : IAsyncDisposable
{
    private const int HeadBytes = 5;

    private readonly WebApplication _server;

    private GrpcCollector(WebApplication server) => _server = server;

    public string Address => _server.Urls.Single();

    /// <summary>Path and <c>ExportMetricsServiceRequest</c> of each call.</summary>
    public ConcurrentQueue<(string Path, byte[] Request)> Calls { get; } = new();

    /// <summary>Names of every metric that came.</summary>
    public IReadOnlySet<string> Names => Calls
        .SelectMany(call => WireFields.Bytes(call.Request, 1))
        .SelectMany(resource => WireFields.Bytes(resource, 2))
        .SelectMany(scope => WireFields.Bytes(scope, 2))
        .Select(metric => System.Text.Encoding.UTF8.GetString(WireFields.Bytes(metric, 1).Single()))
        .ToHashSet();

    public static async Task<GrpcCollector> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        WebApplication server = builder.Build();
        GrpcCollector collector = new(server);
        server.Run(collector.TakeAsync);
        await server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        byte[] bytes = body.ToArray();
        int length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1));
        Calls.Enqueue((context.Request.Path, bytes[HeadBytes..(HeadBytes + length)]));
        context.Response.ContentType = "application/grpc";
        context.Response.DeclareTrailer("grpc-status");
        await context.Response.Body.WriteAsync(new byte[HeadBytes]);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
