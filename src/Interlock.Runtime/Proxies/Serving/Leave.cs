using Interlock.Runtime.Proxies.Connections;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>How a connection is ended so that its last words arrive: a socket that is closed with something unread is reset, and they are lost on their way.</summary>
internal static class Leave
{
    private const int RoomBytes = 4 << 10;

    /// <summary>Within this the client reads the words; the connection is cut afterwards.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void Wait(HttpLink link, TimeProvider time) => Wait(link.Channel, link.Watch, time);

    public static void Wait(Channel client, Watch watch, TimeProvider time)
    {
        client.FinishSending();
        Span<byte> room = stackalloc byte[RoomBytes];
        Deadline limit = new(time, Patience);
        while (!limit.IsOver && watch.Await(client, limit) && client.TryReceive(room) != 0)
        {
        }
    }
}
