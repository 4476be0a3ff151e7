using System.Net.Sockets;
using System.Text;
using Interlock.Runtime.Live;

namespace Interlock.Runtime.Tests.Live;

/// <summary>Requests as no honest viewer sends them, byte by byte; the operator's token is known unless it says otherwise.</summary>
public sealed class LiveRequestTests
{
    private const string Upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: foxglove.websocket.v1\r\n";
    private const string Known = "?token=" + LiveRig.Operator;

    [Theory]
    [InlineData("GET /", "", 401)]
    [InlineData("GET /?token=", "", 401)]
    [InlineData("GET /?token=operator-0123456789%00", "", 401)]
    [InlineData("GET /?token=wrong&token=operator-0123456789&token=wrong", "", 401)]
    [InlineData("GET /" + Known, "Authorization: Bearer wrong\r\n", 401)]
    [InlineData("GET /" + Known, "Origin: https://example.org\r\n", 403)]
    [InlineData("GET /" + Known, "Origin: null\r\n", 403)]
    [InlineData("GET /" + Known, "Origin:\r\n", 403)]
    [InlineData("GET /" + Known, "Origin: http://127.0.0.1:8765\r\n", 403)]
    [InlineData("GET /" + Known, "Origin: file://\r\nOrigin: https://example.org\r\n", 400)]
    [InlineData("GET /" + Known, "Host: again\r\n", 400)]
    [InlineData("GET /" + Known, "Content-Length: 1099511627776\r\n", 400)]
    [InlineData("GET /" + Known, "Content-Length: 9999999999999999999999\r\n", 400)]
    [InlineData("GET /" + Known, "Transfer-Encoding: chunked\r\n", 400)]
    [InlineData("POST /" + Known, "", 400)]
    [InlineData("PUT /" + Known, "", 400)]
    [InlineData("DELETE /" + Known, "", 400)]
    [InlineData("OPTIONS /" + Known, "", 400)]
    [InlineData("CONNECT example.org:443", "", 400)]
    [InlineData("GET http://example.org/" + Known, "", 400)]
    public async Task A_request_that_is_not_right_is_refused_and_nobody_comes_in(string request, string fields, int status)
    {
        using LiveRig rig = With();
        Assert.StartsWith($"HTTP/1.1 {status} ", await AskAsync(rig, $"{request} HTTP/1.1\r\nHost: x\r\n{Upgrade}{fields}\r\n"), StringComparison.Ordinal);
        Assert.Equal((0, 0L), (rig.Feed.Counts.Clients, rig.Feed.Counts.Served));
        Assert.Empty(rig.Session.Posted);
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/metrics")]
    [InlineData("//etc/passwd")]
    public async Task A_path_names_nothing_here(string path)
    {
        using LiveRig rig = With();
        string plain = await AskAsync(rig, $"GET {path}{Known} HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 426 ", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_head_is_refused_before_it_is_read()
    {
        using LiveRig rig = With();
        string answer = await AskAsync(rig, $"GET /{Known} HTTP/1.1\r\nHost: x\r\n{Upgrade}Cookie: {new string('a', 1 << 20)}");
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal), answer);
        Assert.Equal(0L, rig.Feed.Counts.Served);
    }

    private static LiveRig With() => new(options => options with { Tokens = new LiveTokens(LiveRig.Operator, LiveRig.Viewer) });

    /// <summary>All that is answered until the feed hangs up; nothing where it hangs up at once.</summary>
    private static async Task<string> AskAsync(LiveRig rig, string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(rig.Feed.Endpoint);
        NetworkStream stream = client.GetStream();
        StringBuilder answer = new();
        byte[] room = new byte[4096];
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
            while (await stream.ReadAsync(room).AsTask().WaitAsync(LiveRig.Patience) is var count and > 0)
            {
                answer.Append(Encoding.Latin1.GetString(room, 0, count));
            }
        }
        catch (IOException)
        {
            // What was not read any more makes its end a reset.
        }

        return answer.ToString();
    }
}
