using Interlock.Runtime.Proxies;
using Interlock.Runtime.Tests.Proxies.Connections;

namespace Interlock.Runtime.Tests.Proxies;

/// <summary>HTTP as it may come, and as it must not.</summary>
public sealed class ActWireTests
{
    private const string State = "{\"state\": [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]}";
    private const string Head = "POST /act HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

    private static string Request => $"{Head}Content-Length: {State.Length}\r\n\r\n{State}";

    private static string Last => $"{Head}Connection: close\r\nContent-Length: {State.Length}\r\n\r\n{State}";

    private static string Good => ScriptedServer.Json(ScriptedServer.Action(0.1));

    [Fact]
    public async Task A_request_in_pieces_arrives_whole_and_with_its_length()
    {
        using ScriptedServer server = new(Good);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        string reply = await RawClient.SayAsync(
            rig.Port, $"{Head}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{State[..5]}\r", $"\n{State.Length - 5:X};x=y\r\n{State[5..]}\r\n0\r\nTrailer: 1\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200", reply, StringComparison.Ordinal);
        Assert.EndsWith($"Content-Length: {State.Length}\r\n\r\n{State}", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain("Trailer", server.Requests.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_in_pieces_and_behind_a_word_in_between_is_guarded()
    {
        string action = ScriptedServer.Action(0.5);
        using ScriptedServer server = new(
            $"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{action[..3]}\r\n{action.Length - 3:x}\r\n{action[3..]}\r\n0\r\n\r\n", Good);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        string reply = await RawClient.SayAsync(rig.Port, Request, Last);
        Assert.Equal(2, reply.Split("HTTP/1.1 200 OK").Length - 1);
        Assert.Equal((2, 1), (rig.Counts.Requests, rig.Counts.ChangedRows));
    }

    [Fact]
    public async Task Who_waits_for_leave_to_send_the_body_gets_it()
    {
        using ScriptedServer server = new(Good);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        string reply = await RawClient.SayAsync(rig.Port, $"{Head}Expect: 100-continue\r\nConnection: close\r\nContent-Length: {State.Length}\r\n\r\n", State);
        Assert.StartsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_sent_without_waiting_are_answered_in_their_order_over_one_connection()
    {
        using ScriptedServer server = new([.. Enumerable.Range(0, 5).Select(i => ScriptedServer.Json(ScriptedServer.Action(0.1 + (0.004 * i))))]);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        string replies = await RawClient.SayAsync(rig.Port, Request + Request + Request + Request + Last);
        int[] places = [.. Enumerable.Range(0, 5).Select(i => replies.IndexOf(ScriptedServer.Action(0.1 + (0.004 * i)), StringComparison.Ordinal))];
        Assert.All(places, place => Assert.True(place > 0));
        Assert.Equal(places.Order(), places);
        Assert.Equal(1, rig.Counts.Clients);
    }

    [Theory]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "RT202")]
    [InlineData("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "RT202")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "RT202")]
    [InlineData("Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello", "RT202")]
    [InlineData("Content-Length: +5\r\n\r\nhello", "RT202")]
    [InlineData("Content-Length: 5, 5\r\n\r\nhello", "RT202")]
    [InlineData("Content-Length : 5\r\n\r\nhello", "RT202")]
    [InlineData("X: a\r\n folded\r\nContent-Length: 5\r\n\r\nhello", "RT202")]
    [InlineData("X: a\nContent-Length: 5\r\n\r\nhello", "RT202")]
    [InlineData("Content-Length: 5\n\nhello", "RT202")]
    [InlineData("X: a\rb\r\nContent-Length: 5\r\n\r\nhello", "RT202")]
    [InlineData("X: \0\r\nContent-Length: 5\r\n\r\nhello", "RT202")]
    [InlineData("Expect: more\r\nContent-Length: 5\r\n\r\nhello", "RT202")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n", "RT202")]
    [InlineData("Content-Length: 999999999999\r\n\r\n", "RT213")]
    public async Task Heads_that_could_be_read_in_two_ways_are_refused(string rest, string code)
    {
        using ScriptedServer server = new(Good);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        Assert.Contains(code, await RawClient.SayAsync(rig.Port, "POST /act HTTP/1.1\r\nHost: a\r\n" + rest), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.StartsWith("HTTP/1.1 200", await RawClient.SayAsync(rig.Port, Last), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x\r\n")]
    [InlineData("-1\r\n")]
    [InlineData("0x5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("5 \r\nhello\r\n0\r\n\r\n")]
    [InlineData("fffffffff\r\nhello")]
    [InlineData("3\r\nhello\r\n0\r\n\r\n")]
    [InlineData("5\nhello\r\n0\r\n\r\n")]
    [InlineData("5\r\nhello\n0\r\n\r\n")]
    [InlineData("5\r\nhello\r\n0\r\nbad trailer\r\n\r\n")]
    public async Task Pieces_that_lie_about_themselves_are_the_protocols_error_and_the_end_of_the_connection(string pieces)
    {
        using ScriptedServer server = new(Good);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        string reply = await RawClient.SayAsync(rig.Port, $"{Head}Transfer-Encoding: chunked\r\n\r\n{pieces}");
        Assert.Contains("X-Interlock-Finding", reply, StringComparison.Ordinal);
        Assert.EndsWith("\"error\"", reply, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.Equal(1, rig.Counts.ClientErrors);
    }

    [Fact]
    public async Task Heads_and_trailers_without_end_are_cut_off()
    {
        using ScriptedServer server = new(Good);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        string field = $"X: {new string('a', 6000)}\r\n";
        Assert.Contains("RT213", await RawClient.SayAsync(rig.Port, Head + field + field + field), StringComparison.Ordinal);
        Assert.Contains("RT213", await RawClient.SayAsync(rig.Port, $"{Head}Transfer-Encoding: chunked\r\n\r\n0\r\n{field}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 3\n\nabc")]
    [InlineData("HTTP/2 200 OK\r\nContent-Length: 3\r\n\r\nabc")]
    [InlineData("HTTP/1.1 2000 OK\r\nContent-Length: 3\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\nabc")]
    public async Task Replies_that_could_be_read_in_two_ways_are_the_protocols_error_and_the_next_request_is_right(string reply)
    {
        using ScriptedServer server = new(reply, Good);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        Assert.Contains("X-Interlock-Finding", await RawClient.SayAsync(rig.Port, Last), StringComparison.Ordinal);
        Assert.EndsWith(ScriptedServer.Action(0.1), await RawClient.SayAsync(rig.Port, Last), StringComparison.Ordinal);
        Assert.Equal((1, 1), (rig.Counts.UpstreamFailures, rig.Counts.Requests));
    }

    [Fact]
    public async Task A_second_reply_to_one_request_reaches_nobody()
    {
        using ScriptedServer server = new(Good + ScriptedServer.Json(ScriptedServer.Action(0.11)), ScriptedServer.Json(ScriptedServer.Action(0.12)));
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        Assert.EndsWith(ScriptedServer.Action(0.1), await RawClient.SayAsync(rig.Port, Last), StringComparison.Ordinal);
        Assert.EndsWith(ScriptedServer.Action(0.12), await RawClient.SayAsync(rig.Port, Last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_while_it_lay_idle_is_replaced()
    {
        using ScriptedServer server = new(Good, null, ScriptedServer.Json(ScriptedServer.Action(0.12)));
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        Assert.EndsWith(ScriptedServer.Action(0.1), await RawClient.SayAsync(rig.Port, Last), StringComparison.Ordinal);
        Assert.EndsWith(ScriptedServer.Action(0.12), await RawClient.SayAsync(rig.Port, Last), StringComparison.Ordinal);
        Assert.Equal(0, rig.Counts.UpstreamFailures);
    }

    [Fact]
    public async Task A_server_that_was_killed_is_the_protocols_error_until_another_one_is_there()
    {
        ScriptedServer server = new(Good);
        int port = server.Port;
        using ProxyRig rig = new(port, ProxyProtocol.Openvla);
        await RawClient.SayAsync(rig.Port, Last);
        server.Dispose();
        Assert.Contains("X-Interlock-Finding", await RawClient.SayAsync(rig.Port, Last), StringComparison.Ordinal);
        Assert.Contains("X-Interlock-Finding", await RawClient.SayAsync(rig.Port, Last), StringComparison.Ordinal);
        Assert.Equal((1, 2), (rig.Counts.Requests, rig.Counts.UpstreamFailures));
    }
}
