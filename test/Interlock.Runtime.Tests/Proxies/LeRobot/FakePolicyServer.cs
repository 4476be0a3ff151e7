using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

/// <summary>A LeRobot policy server that says what a test wants it to say, and keeps what it heard.</summary>
internal sealed class FakePolicyServer : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly KestrelServer _kestrel;

    public FakePolicyServer(int port = 0)
    {
        KestrelServerOptions options = new() { ApplicationServices = _services };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.Http2.InitialStreamWindowSize = 8 << 20;
        options.Limits.Http2.InitialConnectionWindowSize = 8 << 20;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2);
        _kestrel = new KestrelServer(Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
        _kestrel.StartAsync(new Application(AnswerAsync), CancellationToken.None).GetAwaiter().GetResult();
        Port = new Uri(_kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Port;
    }

    public int Port { get; }

    /// <summary>Calls in their order: method and body, in frames.</summary>
    public ConcurrentQueue<(string Method, byte[] Body)> Heard { get; } = new();

    public IEnumerable<string> Methods => Heard.Select(call => call.Method);

    /// <summary>Payload of the next GetActions; called once per call.</summary>
    public Func<byte[]> Chunk { get; set; } = () => [];

    /// <summary>Takes over a call altogether where it returns true.</summary>
    public Func<string, HttpContext, Task<bool>> Instead { get; set; } = (_, _) => Task.FromResult(false);

    public bool Listens { get; init; } = true;

    public void Dispose()
    {
        using CancellationTokenSource now = new();
        now.Cancel();
        _kestrel.StopAsync(now.Token).GetAwaiter().GetResult();
        _kestrel.Dispose();
        _services.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(Listens ? body : Stream.Null);
        string method = http.Request.Path.Value!.Split('/')[^1];
        if (Listens)
        {
            Heard.Enqueue((method, body.ToArray()));
        }

        if (await Instead(method, http))
        {
            return;
        }

        http.Response.ContentType = "application/grpc";
        await http.Response.BodyWriter.WriteAsync(GrpcTestClient.Framed(method == "GetActions" ? GrpcTestClient.Message(Chunk()) : []));
        http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers.Append("grpc-status", "0");
    }

    private sealed class Application(Func<HttpContext, Task> answer) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => answer(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
            // Nothing is held per call.
        }
    }
}
