using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Interlock.Runtime.Tests.Proxies.Connections;

/// <summary>Says to a proxy what it was told to say, and reads until the proxy closes.</summary>
internal static class RawClient
{
    public static async Task<string> SayAsync(int port, params string[] parts)
    {
        using TcpClient client = new() { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port);
        NetworkStream stream = client.GetStream();
        foreach (string part in parts)
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(part));
        }

        using MemoryStream all = new();
        await stream.CopyToAsync(all);
        return Encoding.Latin1.GetString(all.ToArray());
    }
}
