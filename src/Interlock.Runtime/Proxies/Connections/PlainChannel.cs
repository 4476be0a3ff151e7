using System.Net.Sockets;

namespace Interlock.Runtime.Proxies.Connections;

/// <summary>A connection in the clear.</summary>
internal sealed class PlainChannel(Socket socket) : Channel(socket)
{
    public override bool HasReady => false;

    public override int TryReceive(Span<byte> room)
    {
        try
        {
            return Socket.Receive(room);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            throw new IOException(failure.Message, failure);
        }
    }

    public override void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[Socket.Send(bytes)..];
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            throw new IOException(failure.Message, failure);
        }
    }
}
