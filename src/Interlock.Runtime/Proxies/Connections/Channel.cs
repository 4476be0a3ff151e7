using System.Net.Sockets;

namespace Interlock.Runtime.Proxies.Connections;

/// <summary>
/// One peer's connection, read and written by one thread alone, which waits in the kernel: a hop over the thread pool would cost more than the guard.
/// </summary>
internal abstract class Channel(Socket socket) : IDisposable
{
    /// <summary>What <see cref="TryReceive"/> gives when nothing usable has come yet.</summary>
    public const int NothingYet = -1;

    public Socket Socket { get; } = socket;

    /// <summary>True when it has served a request before.</summary>
    public bool IsUsed { get; set; }

    /// <summary>True when bytes lie ready whatever the socket says.</summary>
    public abstract bool HasReady { get; }

    /// <summary>Receives once the socket has something; 0 at the end, <see cref="NothingYet"/> for a part that is of no use alone.</summary>
    /// <exception cref="IOException">The connection is broken.</exception>
    public abstract int TryReceive(Span<byte> room);

    /// <summary>Sends everything.</summary>
    /// <exception cref="IOException">The connection is broken, or the peer did not take it in time.</exception>
    public abstract void Send(ReadOnlySpan<byte> bytes);

    /// <summary>Says that nothing more will be sent.</summary>
    public void FinishSending()
    {
        try
        {
            Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The peer has gone first.
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool isDisposing) => Socket.Dispose();
}
