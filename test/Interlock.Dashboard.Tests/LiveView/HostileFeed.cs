using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Interlock.Dashboard.Tests.LiveView;

/// <summary>A server that says to everybody who connects what a test wants, and counts them.</summary>
internal sealed class HostileFeed : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly SemaphoreSlim _connected = new(0);

    private HostileFeed(WebApplication server) => _server = server;

    public Uri Address { get; private set; } = new("ws://127.0.0.1");

    /// <param name="says">Strings go as text, bytes as binary; in this order.</param>
    public static async Task<HostileFeed> StartAsync(params object[] says)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(new IPEndPoint(IPAddress.Loopback, 0)));
        builder.Logging.ClearProviders();
        WebApplication server = builder.Build();
        HostileFeed feed = new(server);
        server.UseWebSockets();
        server.Run(context => feed.SayAsync(context, says));
        await server.StartAsync();
        string bound = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        feed.Address = new Uri(bound.Replace("http", "ws", StringComparison.Ordinal));
        return feed;
    }

    /// <summary>Ends when somebody has connected once more.</summary>
    public async Task ConnectedAsync() => Assert.True(await _connected.WaitAsync(TimeSpan.FromSeconds(30)));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _connected.Dispose();
    }

    private async Task SayAsync(Microsoft.AspNetCore.Http.HttpContext context, object[] says)
    {
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync("foxglove.websocket.v1");
        _connected.Release();
        try
        {
            foreach (object item in says)
            {
                bool isText = item is string;
                byte[] bytes = item as byte[] ?? Encoding.UTF8.GetBytes((string)item);
                await socket.SendAsync(bytes, isText ? WebSocketMessageType.Text : WebSocketMessageType.Binary, true, context.RequestAborted);
            }

            while (!(await socket.ReceiveAsync(new byte[4096], context.RequestAborted)).CloseStatus.HasValue)
            {
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The other side has had enough.
        }
    }
}
