using System.Net;
using System.Net.Sockets;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

/// <summary>A port behind which nobody answers: connections are taken and nothing is said, or they are not even taken, because the queue of those that wait is full.</summary>
internal sealed class HangingListener : IDisposable
{
    private const int EnoughToFillAQueue = 4;

    private readonly Socket _listener = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _waiting = [];

    public HangingListener(bool takesConnections)
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(takesConnections ? EnoughToFillAQueue : 0);
        for (int i = 0; i < (takesConnections ? 0 : EnoughToFillAQueue); i++)
        {
            Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            _waiting.Add(socket);
            Begin(socket);
        }
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public void Dispose()
    {
        _waiting.ForEach(socket => socket.Dispose());
        _listener.Dispose();
    }

    private void Begin(Socket socket)
    {
        try
        {
            socket.Connect(_listener.LocalEndPoint!);
        }
        catch (SocketException underWay) when (underWay.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            // It waits in the queue, or for room in it.
        }
    }
}
