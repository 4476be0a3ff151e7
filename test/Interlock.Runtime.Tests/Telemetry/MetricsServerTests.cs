using System.Net;
using System.Net.Sockets;
using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Telemetry;
using Xunit;

namespace Interlock.Runtime.Tests.Telemetry;

public sealed class MetricsServerTests
{
    [Fact]
    public async Task A_scraper_gets_the_text_it_asks_for()
    {
        using TelemetryService service = Serve();
        string plain = await AskAsync(service, "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n", plain);
        Assert.Contains("interlock_build_info{version=\"1.2\"} 1\n", plain);
        string open = await AskAsync(service, "GET /metrics HTTP/1.1\r\nHost: localhost:9\r\nAccept: application/openmetrics-text;version=1.0.0,text/plain;q=0.5\r\n\r\n");
        Assert.Contains("Content-Type: application/openmetrics-text; version=1.0.0; charset=utf-8\r\n", open);
        Assert.EndsWith("# EOF\n", open);
    }

    [Theory]
    [InlineData("POST /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n", 405)]
    [InlineData("HEAD /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n", 405)]
    [InlineData("GET /../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", 404)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: rebound.example\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\n\r\n", 400)]
    [InlineData("nonsense\r\n\r\n", 400)]
    public async Task Anything_else_is_refused(string request, int status)
    {
        using TelemetryService service = Serve();
        Assert.StartsWith($"HTTP/1.1 {status} ", await AskAsync(service, request));
    }

    [Fact]
    public async Task With_a_token_only_who_shows_it_reads()
    {
        using TelemetryService service = Serve(token: "t0ken");
        Assert.StartsWith("HTTP/1.1 401 ", await AskAsync(service, "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 401 ", await AskAsync(service, "GET /metrics HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t0kex\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(service, "GET /metrics HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t0ken\r\n\r\n"));
    }

    [Fact]
    public void Strangers_are_not_served_without_a_token() =>
        Assert.Equal("RT260", Assert.Throws<DiagnosticException>(() => Serve(IPAddress.Any)).Diagnostics[0].Code);

    [Fact]
    public void A_port_that_is_taken_is_said()
    {
        using TelemetryService first = Serve();
        TelemetryOptions options = new() { Metrics = new MetricsListener(first.MetricsEndpoint!) };
        Assert.Equal("RT261", Assert.Throws<DiagnosticException>(() => new TelemetryService(options, TimeProvider.System)).Diagnostics[0].Code);
    }

    [Fact]
    public async Task A_connection_that_says_nothing_does_not_hold_up_the_end()
    {
        using TcpClient silent = new();
        using (TelemetryService service = Serve())
        {
            await silent.ConnectAsync(service.MetricsEndpoint!);
            await AskAsync(service, "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }

        Assert.Equal(0, await silent.GetStream().ReadAsync(new byte[1]));
    }

    private static TelemetryService Serve(IPAddress? address = null, string? token = null) => new(
        new TelemetryOptions { Metrics = new MetricsListener(new IPEndPoint(address ?? IPAddress.Loopback, 0), token), SoftwareVersion = "1.2" }, TimeProvider.System);

    private static async Task<string> AskAsync(TelemetryService service, string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(service.MetricsEndpoint!);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using StreamReader reader = new(client.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
