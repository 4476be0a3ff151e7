using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Interlock.Runtime.Proxies.LeRobot.Grpc;

/// <summary>Kestrel without a web application around it: HTTP/2 alone, on connections that are handed to it.</summary>
internal sealed class GrpcHost : IDisposable
{
    /// <summary>A camera image and more without waiting for the window to open. The default is 768 KiB.</summary>
    private const int WindowBytes = 8 << 20;

    /// <summary>A LeRobot client has two calls open at most.</summary>
    private const int MostCalls = 16;

    private static readonly TimeSpan LongestIdle = TimeSpan.FromDays(1);
    private static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPing = TimeSpan.FromSeconds(10);

    private readonly AcceptedConnections _connections = new();
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly KestrelServer _kestrel;

    public GrpcHost(ProxyOptions options, Func<HttpContext, Task> answer)
    {
        KestrelServerOptions kestrel = new() { ApplicationServices = _services, AddServerHeader = false, AllowSynchronousIO = false };
        Limit(kestrel.Limits, options);
        kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.Use(next => connection => ServeAsync(next, connection));
        });
        _kestrel = new KestrelServer(Options.Create(kestrel), _connections, NullLoggerFactory.Instance);
        _kestrel.StartAsync(new Application(answer), CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Serves a connection to its end.</summary>
    public async Task ServeAsync(ConnectionContext connection, CancellationToken end)
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.Items[typeof(TaskCompletionSource)] = ended;
        using CancellationTokenRegistration abort = end.UnsafeRegister(_ => connection.Abort(new ConnectionAbortedException("The proxy ends.")), null);
        _connections.Hand(connection);
        await ended.Task;
    }

    public void Dispose()
    {
        using CancellationTokenSource now = new();
        now.Cancel();
        _kestrel.StopAsync(now.Token).GetAwaiter().GetResult();
        _kestrel.Dispose();
        _connections.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _services.Dispose();
    }

    private static async Task ServeAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        try
        {
            await next(connection);
        }
        finally
        {
            ((TaskCompletionSource)connection.Items[typeof(TaskCompletionSource)]!).TrySetResult();
        }
    }

    // A robot may think for minutes between two calls; one that has gone without a word is found out by pings.
    private static void Limit(KestrelServerLimits limits, ProxyOptions options)
    {
        limits.MaxRequestBodySize = null;
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        limits.KeepAliveTimeout = LongestIdle;
        limits.RequestHeadersTimeout = options.ClientTimeout;
        limits.Http2.MaxStreamsPerConnection = MostCalls;
        limits.Http2.InitialStreamWindowSize = WindowBytes;
        limits.Http2.InitialConnectionWindowSize = WindowBytes;
        limits.Http2.KeepAlivePingDelay = PingAfter;
        limits.Http2.KeepAlivePingTimeout = LongestPing;
    }

    private sealed class Application(Func<HttpContext, Task> answer) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(Microsoft.AspNetCore.Http.Features.IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => answer(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
            // Nothing is held per call.
        }
    }
}
