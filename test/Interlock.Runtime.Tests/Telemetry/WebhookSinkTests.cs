using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Telemetry.Alerts;
using Interlock.Runtime.Telemetry.Alerts.Sinks;
using Xunit;

namespace Interlock.Runtime.Tests.Telemetry;

public sealed class WebhookSinkTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public WebhookSinkTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task The_body_is_what_Slack_shows_with_fields_for_programs()
    {
        Task<string> heard = AnswerAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        await SendAsync("GD110 <!channel> a & b");
        string request = await heard;
        Assert.StartsWith("POST /services/T0/secret HTTP/1.1\r\n", request);
        using JsonDocument body = JsonDocument.Parse(request[request.IndexOf('{')..]);
        Assert.Equal("warning arm: GD110 &lt;!channel&gt; a &amp; b", body.RootElement.GetProperty("text").GetString());
        Assert.Equal("j1", body.RootElement.GetProperty("channel").GetString());
    }

    [Theory]
    [InlineData("302 Found", false)]
    [InlineData("404 Not Found", false)]
    [InlineData("429 Too Many Requests", true)]
    [InlineData("500 Internal Server Error", true)]
    public async Task Other_answers_are_failures_and_redirections_are_not_followed(string status, bool mayTryAgain)
    {
        Task<string> heard = AnswerAsync($"HTTP/1.1 {status}\r\nLocation: http://127.0.0.1:{Port}/elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        AlertSinkException failure = await Assert.ThrowsAsync<AlertSinkException>(() => SendAsync("x"));
        await heard;
        Assert.Equal(mayTryAgain, failure.MayTryAgain);
        Assert.DoesNotContain("secret", failure.ToString());
        Assert.False(_listener.Pending());
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_and_may_be_tried_again()
    {
        AlertSinkException failure = await Assert.ThrowsAsync<AlertSinkException>(() => SendAsync("x", TimeSpan.FromMilliseconds(100)));
        Assert.True(failure.MayTryAgain);
        Assert.Contains("no answer within 0.1 s", failure.Message);
    }

    [Fact]
    public async Task Where_nobody_listens_the_failure_names_no_address()
    {
        int port = Port;
        _listener.Stop();
        using WebhookSink sink = new(new Uri($"http://127.0.0.1:{port}/services/T0/secret"), TimeProvider.System, TimeSpan.FromSeconds(5));
        AlertSinkException failure = await Assert.ThrowsAsync<AlertSinkException>(() => sink.SendAsync(Notice("x"), default).AsTask());
        Assert.DoesNotContain("secret", failure.ToString());
        Assert.DoesNotContain($"{port}", failure.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("secret words")]
    [InlineData("ftp://secret/")]
    [InlineData("http://secret.example/")]
    public void An_address_that_must_not_be_used_is_refused_without_being_shown(string? address)
    {
        DiagnosticException failure = Assert.Throws<DiagnosticException>(() => WebhookAddress.Parse(address, "alerts[0].address_file"));
        Assert.Equal("RT263", failure.Diagnostics[0].Code);
        Assert.DoesNotContain("secret", failure.ToString());
    }

    [Theory]
    [InlineData("https://hooks.example/x\n")]
    [InlineData("http://127.0.0.1:9/x")]
    [InlineData("http://localhost:9/x")]
    public void HTTPS_and_this_machine_are_allowed(string address) => Assert.True(WebhookAddress.Parse(address, "k").IsAbsoluteUri);

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    private async Task SendAsync(string sentence, TimeSpan? timeout = null)
    {
        using WebhookSink sink = new(new Uri($"http://127.0.0.1:{Port}/services/T0/secret"), TimeProvider.System, timeout ?? TimeSpan.FromSeconds(20));
        await sink.SendAsync(Notice(sentence), default);
    }

    private static AlertNotice Notice(string sentence) =>
        new(new Alert(FlightLevel.Warning, "GD110", "j1", sentence), DateTimeOffset.UnixEpoch, "arm", 0, 0);

    private async Task<string> AnswerAsync(string answer)
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        NetworkStream stream = client.GetStream();
        byte[] room = new byte[8192];
        StringBuilder request = new();
        while (!request.ToString().EndsWith('}'))
        {
            request.Append(Encoding.UTF8.GetString(room, 0, await stream.ReadAsync(room)));
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return request.ToString();
    }
}
