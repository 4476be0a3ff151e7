using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Interlock.Datasets.Tests.Hub;

/// <summary>A request as the server saw it; header names in lower case.</summary>
internal sealed record SeenRequest(string Target, IReadOnlyDictionary<string, string> Headers);

/// <summary>An answer; <paramref name="SendBytes"/> below the body's length breaks the connection there.</summary>
internal sealed record Answer(int Status, byte[] Body, IReadOnlyDictionary<string, string>? Headers = null, int? SendBytes = null);

/// <summary>A minimal HTTP/1.1 server on a free port of the loopback interface; one request per connection, ends with the test.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private const int MaximumRequestBytes = 1 << 16;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(30));
    private readonly Func<SeenRequest, Answer> _answer;
    private readonly List<SeenRequest> _seen = [];
    private readonly Task _loop;

    public LoopbackServer(Func<SeenRequest, Answer> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _loop = AcceptAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<SeenRequest> Seen
    {
        get
        {
            lock (_seen)
            {
                return [.. _seen];
            }
        }
    }

    /// <summary>Closes the port. A test may do it early, to have no server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_loop.IsCompleted)
        {
            return;
        }

        await _stop.CancelAsync();
        _listener.Dispose();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        try
        {
            SeenRequest request = await ReadAsync(stream);
            lock (_seen)
            {
                _seen.Add(request);
            }

            await WriteAsync(stream, _answer(request));
        }
        catch (IOException)
        {
            // The client went away, which some tests want.
        }
    }

    private async Task<SeenRequest> ReadAsync(NetworkStream stream)
    {
        byte[] buffer = new byte[MaximumRequestBytes];
        int length = 0;
        while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            int count = await stream.ReadAsync(buffer.AsMemory(length), _stop.Token);
            length += count > 0 ? count : throw new IOException("no request");
        }

        string[] lines = Encoding.Latin1.GetString(buffer, 0, length).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string,
        string> headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(
            parts => parts[0].ToLowerInvariant(), parts => parts[1]);
        return new SeenRequest(lines[0].Split(' ')[1], headers);
    }

    private async Task WriteAsync(NetworkStream stream, Answer answer)
    {
        StringBuilder head = new();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} X\r\nConnection: close\r\n");
        foreach ((string name, string value) in answer.Headers ?? new Dictionary<string, string>())
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (answer.Headers?.ContainsKey("Content-Length") != true)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {answer.Body.Length}\r\n");
        }

        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{head}\r\n"), _stop.Token);
        await stream.WriteAsync(answer.Body.AsMemory(0, answer.SendBytes ?? answer.Body.Length), _stop.Token);
    }
}
