using System.Net;
using System.Net.Sockets;
using System.Text;
using Interlock.Policies.Remote.OpenPi;
using Interlock.Policies.Tests.Remote;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Tests.Proxies;

public sealed class HungServerTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public HungServerTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_openpi_server_that_hangs_before_its_greeting_is_given_up_in_time(bool shakesHands)
    {
        ManualTime time = new();
        using ProxyRig rig = new(((IPEndPoint)_listener.LocalEndpoint).Port, ProxyProtocol.Openpi, options => options with { ConnectTimeout = Limit }, time);
        using OpenPiPolicy policy = ProxyRig.OpenPi(rig.Port);
        Task connecting = policy.ConnectAsync(CancellationToken.None).AsTask();
        using TcpClient server = await _listener.AcceptTcpClientAsync();
        await HeadAsync(server.GetStream(), shakesHands);
        Assert.Empty(rig.Events);
        time.Advance(Limit);
        await Asking.RefusedAsync(connecting);
        Assert.Equal("RT209", Assert.Single(rig.Events).Code);

        // The proxy has hung up.
        Assert.Equal(0, await server.GetStream().ReadAsync(new byte[1]));
    }

    private static async Task HeadAsync(NetworkStream stream, bool answers)
    {
        StringBuilder head = new();
        byte[] room = new byte[4096];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head.Append(Encoding.ASCII.GetString(room, 0, await stream.ReadAsync(room)));
        }

        if (answers)
        {
            string key = head.ToString().Split("\r\n").Single(line => line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase)).Split(": ")[1];
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {WebSocketUpgrade.Answer(key)}\r\n\r\n"));
        }
    }
}
