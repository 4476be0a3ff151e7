using System.Net.Sockets;

namespace Interlock.Runtime.Proxies.Connections;

/// <summary>Where a session's thread waits for its peers. It looks up in between, for the end of the proxy and for deadlines on any clock.</summary>
internal sealed class Watch(CancellationToken end)
{
    private const int SliceMs = 100;
    private const int UsPerMs = 1000;

    private readonly List<Socket> _asked = [];

    /// <summary>Waits until a peer has sent something or gone; false when the deadline came first.</summary>
    /// <exception cref="OperationCanceledException">The proxy ends.</exception>
    public bool Await(Channel peer, Deadline limit)
    {
        while (!peer.HasReady && !Poll(peer.Socket, SliceMs * UsPerMs))
        {
            end.ThrowIfCancellationRequested();
            if (limit.IsOver)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when a peer has sent something or gone by now.</summary>
    public static bool IsReady(Channel peer) => peer.HasReady || Poll(peer.Socket, 0);

    /// <summary>Waits for one of two, or of one where the second is null; both false when the deadline came first.</summary>
    /// <exception cref="OperationCanceledException">The proxy ends.</exception>
    public (bool First, bool Second) Either(Channel first, Channel? second, Deadline limit)
    {
        if (second is null)
        {
            return (Await(first, limit), false);
        }

        while (true)
        {
            bool isAnyReady = first.HasReady || second.HasReady;
            _asked.Clear();
            _asked.Add(first.Socket);
            _asked.Add(second.Socket);
            Select(isAnyReady ? 0 : SliceMs * UsPerMs);
            (bool one, bool two) = (first.HasReady || _asked.Contains(first.Socket), second.HasReady || _asked.Contains(second.Socket));
            if (one || two || limit.IsOver)
            {
                return (one, two);
            }

            end.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Lets another thread go on with what it has of ours.</summary>
    /// <exception cref="OperationCanceledException">The proxy ends.</exception>
    public void Yield(Task task)
    {
        end.ThrowIfCancellationRequested();
        Task.WaitAny([task], SliceMs, CancellationToken.None);
    }

    private static bool Poll(Socket socket, int us)
    {
        try
        {
            return socket.Poll(us, SelectMode.SelectRead);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            throw new IOException(failure.Message, failure);
        }
    }

    private void Select(int us)
    {
        try
        {
            Socket.Select(_asked, null, null, us);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            throw new IOException(failure.Message, failure);
        }
    }
}
