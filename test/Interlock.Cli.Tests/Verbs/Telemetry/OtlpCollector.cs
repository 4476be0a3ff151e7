using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Interlock.Cli.Tests.Verbs.Telemetry;

/// <summary>Takes OTLP over HTTP as a collector does, and keeps the bodies.</summary>
internal sealed class OtlpCollector : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _running;

    public OtlpCollector()
    {
        _listener.Start();
        _running = RunAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public ConcurrentQueue<(string Head, byte[] Body)> Requests { get; } = new();

    public void Dispose()
    {
        _listener.Dispose();
        _running.GetAwaiter().GetResult();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        using MemoryStream taken = new();
        byte[] room = new byte[1 << 16];
        while (true)
        {
            int count = await stream.ReadAsync(room);
            taken.Write(room, 0, count);
            string text = Encoding.Latin1.GetString(taken.ToArray());
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (count == 0 || (end >= 0 && taken.Length >= end + 4 + LengthOf(text[..end])))
            {
                Requests.Enqueue((text[..Math.Max(end, 0)], taken.ToArray()[(end + 4)..]));
                break;
            }
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
    }

    private static long LengthOf(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => long.Parse(line.Split(':')[1]))
        .FirstOrDefault();
}
