using System.Net;
using System.Net.Sockets;

namespace Interlock.Policies.Tests.Remote;

/// <summary>A port of this process that does with every connection what it is told.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<int, NetworkStream, Task> _behaviour;
    private int _connections;

    public RawServer(Func<int, NetworkStream, Task> behaviour)
    {
        _behaviour = behaviour;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>A port on which nobody listens.</summary>
    public static int ClosedPort()
    {
        using RawServer server = new((_, _) => Task.CompletedTask);
        return server.Port;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync();
                _ = ServeAsync(Interlocked.Increment(ref _connections), client);
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(int number, TcpClient client)
    {
        try
        {
            using (client)
            {
                await _behaviour(number, client.GetStream());
            }
        }
        catch (IOException)
        {
        }
    }
}
