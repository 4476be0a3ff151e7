using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Interlock.Cli.Tests.Verbs.Telemetry;

/// <summary>Telemetry of <c>proxy</c>, from its flags to whoever is told.</summary>
public sealed partial class ProxyTelemetryTests : IDisposable
{
    private const string Contract = """
        interlock: contract/1
        name: two
        rate_hz: 30
        action: { space: joint_position, reference: absolute }
        channels:
          - { name: a, role: joint, unit: rad, min: -1, max: 1, max_step: 0.1 }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_collector_gets_the_metrics_of_a_proxy_over_gRPC()
    {
        await using GrpcCollector collector = await GrpcCollector.StartAsync();
        (int exitCode, _) = await RunAsync("--otlp", collector.Address);
        Assert.Equal(ExitCode.Interrupted, exitCode);
        Assert.All(collector.Calls, call => Assert.Equal("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", call.Path));
        Assert.Superset(new HashSet<string> { "interlock.proxy.connections", "interlock.proxy.client_errors", "interlock.guard.alarms", "interlock.build.info" }, new HashSet<string>(collector.Names));
    }

    [Fact]
    public async Task What_a_proxy_tells_goes_to_the_alert_sinks()
    {
        string alerts = _folder.PathOf("alerts.jsonl");
        (_, string errors) = await RunAsync("--alerts", $"file:{alerts},level=info,group_s=0", "--alerts", "console,level=info", "--metrics", "127.0.0.1:0");
        Assert.Contains("two: RT2", File.ReadAllText(alerts), StringComparison.Ordinal);
        Assert.Contains("two: RT2", errors, StringComparison.Ordinal);
        Assert.Matches("metrics on http://127\\.0\\.0\\.1:[0-9]+/metrics", errors);
    }

    [Theory]
    [InlineData("--alerts", "pigeon")]
    [InlineData("--alerts", "file:")]
    [InlineData("--alerts", "console,level=loud")]
    [InlineData("--alerts", "console,burst=NaN")]
    [InlineData("--otlp", "collector:4317")]
    [InlineData("--live-tokens", "tokens")]
    public async Task Words_that_mean_nothing_are_wrong_usage(string word, string value) =>
        Assert.Equal(ExitCode.Usage, (await RunAsync(word, value)).ExitCode);

    // One client comes that speaks no protocol; then the proxy is interrupted.
    private async Task<(int ExitCode, string Errors)> RunAsync(params string[] more)
    {
        string contract = _folder.Write("two.contract.yaml", Contract);
        using CancellationTokenSource interrupt = new();
        using Heard output = new(text => _ = VisitAsync(text, interrupt.Cancel));
        using StringWriter errors = new();
        VerbHost host = new() { Out = output, Error = errors, Clock = TimeProvider.System, Width = 80 };
        string[] words = ["proxy", "--protocol", "openpi", "--listen", "127.0.0.1:0", "--upstream", "ws://127.0.0.1:1/", "--contract", contract, .. more];
        return (await CommandLine.RunAsync(words, host, interrupt.Token), errors.ToString());
    }

    private static async Task VisitAsync(string line, Action interrupt)
    {
        if (Listening().Match(line) is not { Success: true } found)
        {
            return;
        }

        using TcpClient client = new();
        await client.ConnectAsync(IPEndPoint.Parse(found.Groups[1].Value));
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("nonsense\r\n\r\n"));
        await stream.CopyToAsync(Stream.Null);
        interrupt();
    }

    [GeneratedRegex("^openpi on ([0-9.:]+) for")]
    private static partial Regex Listening();

    private sealed class Heard(Action<string> hear) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            hear(value ?? "");
        }
    }
}
