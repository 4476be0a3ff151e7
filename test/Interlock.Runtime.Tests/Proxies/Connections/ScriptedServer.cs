using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Interlock.Runtime.Tests.Proxies.Connections;

/// <summary>An HTTP server that answers request N of its life with text N of its script, byte for byte; a null text closes without a word.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string?> _script;

    public ScriptedServer(params string?[] script)
    {
        _script = new(script);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What arrived, request by request.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static string Json(string body) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    /// <summary>One action of seven equal values.</summary>
    public static string Action(double value)
    {
        double[] row = [.. Enumerable.Repeat(value, 7)];
        return "{\"__numpy__\": \"" + Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes<double>(row)) + "\", \"dtype\": \"<f8\", \"shape\": [7]}";
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // That is how it ends.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient own = client;
        NetworkStream stream = own.GetStream();
        byte[] room = new byte[1 << 16];
        StringBuilder arrived = new();
        while (await stream.ReadAsync(room) is var count and > 0)
        {
            arrived.Append(Encoding.Latin1.GetString(room, 0, count));
            if (!IsWhole(arrived.ToString()))
            {
                continue;
            }

            Requests.Enqueue(arrived.ToString());
            arrived.Clear();
            if (!_script.TryDequeue(out string? text) || text is null)
            {
                return;
            }

            await stream.WriteAsync(Encoding.Latin1.GetBytes(text));
        }
    }

    private static bool IsWhole(string request)
    {
        int end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        const string Field = "Content-Length: ";
        int at = request.IndexOf(Field, StringComparison.Ordinal);
        return end >= 0 && at >= 0
            && request.Length - end - 4 >= int.Parse(request[(at + Field.Length)..request.IndexOf('\r', at)], System.Globalization.CultureInfo.InvariantCulture);
    }
}
