using System.Text;
using System.Text.Json;
using Interlock.TestSupport;
using Xunit;

namespace Interlock.Cli.Tests.Verbs.Telemetry;

/// <summary>Telemetry of <c>run</c>, from the run file to whoever is told.</summary>
public sealed class RunTelemetryTests : IDisposable
{
    private static readonly string Example = Path.Combine(SharedFiles.RepositoryRoot, "examples/run/table-arm.run.yaml");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_collector_gets_the_ticks_of_the_run_over_OTLP()
    {
        using OtlpCollector collector = new();
        Invocation run = await RunAsync($"telemetry.otlp.endpoint={collector.Address}", "telemetry.otlp.protocol=http_protobuf");
        double ticks = run.Json.GetProperty("ticks").GetDouble();
        (string head, byte[] body) = collector.Requests.Last();
        Assert.StartsWith("POST /v1/metrics HTTP/1.1", head);
        // ExportMetricsServiceRequest.resource_metrics 1, .scope_metrics 2, .metrics 2, Metric.name 1, .sum 7, .data_points 1, .as_double 4
        byte[] resource = Assert.Single(WireFields.Bytes(body, 1));
        byte[][] metrics = [.. WireFields.Bytes(resource, 2).SelectMany(scope => WireFields.Bytes(scope, 2))];
        byte[] counted = Assert.Single(metrics, metric => NameOf(metric) == "interlock.loop.ticks");
        byte[] point = Assert.Single(WireFields.Bytes(Assert.Single(WireFields.Bytes(counted, 7)), 1));
        Assert.Equal(ticks, Assert.Single(WireFields.Doubles(point, 4)));
        Assert.Contains(metrics, metric => NameOf(metric) == "interlock.loop.lateness" && WireFields.Bytes(metric, 9).Any());
    }

    [Fact]
    public async Task A_collector_gets_every_metric_of_the_run_over_gRPC()
    {
        await using GrpcCollector collector = await GrpcCollector.StartAsync();
        await RunAsync($"telemetry.otlp.endpoint={collector.Address}", "telemetry.otlp.protocol=grpc");
        Assert.Superset(
            new HashSet<string> { "interlock.loop.ticks", "interlock.loop.lateness", "interlock.supervisor.state", "interlock.policy.latency", "interlock.episodes" },
            new HashSet<string>(collector.Names));
    }

    [Fact]
    public async Task Alerts_go_to_the_file_and_the_metrics_address_is_told()
    {
        string alerts = _folder.PathOf("alerts.jsonl");
        Invocation run = await RunAsync($"telemetry.alerts=[{{sink: file, path: {alerts}, level: info}}]", "telemetry.metrics.listen=127.0.0.1:0");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches("metrics on http://127\\.0\\.0\\.1:[0-9]+/metrics", run.Errors);
        string[] told = [.. File.ReadLines(alerts).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!)];
        Assert.NotEmpty(told);
    }

    [Fact]
    public async Task Doctor_sends_a_test_alert_to_every_sink_and_prints_no_secret()
    {
        string alerts = _folder.PathOf("alerts.jsonl");
        string secret = _folder.Write("hook", "http://127.0.0.1:1/services/secret\n");
        string text = File.ReadAllText(Example).Replace("contract: ", $"contract: {Path.GetDirectoryName(Example)}/", StringComparison.Ordinal)
            + $"\ntelemetry:\n  alerts:\n    - {{sink: file, path: {alerts}}}\n    - {{sink: webhook, address_file: {secret}}}\n";
        Invocation doctor = await Invocation.RunAsync("doctor", "--alerts", _folder.Write("arm.run.yaml", text));
        Assert.Contains("RT266", File.ReadAllText(alerts));
        Assert.Contains("alert_webhook[1]", doctor.Output);
        Assert.DoesNotContain("secret", doctor.Output + doctor.Errors);
        Assert.Equal(5, doctor.ExitCode);
    }

    private static string NameOf(byte[] metric) => Encoding.UTF8.GetString(WireFields.Bytes(metric, 1).Single());

    private Task<Invocation> RunAsync(params string[] overrides) => Invocation.RunAsync(
        ["run", Example, "--start", "--virtual-time", "--json", .. overrides.Append($"recording.path={_folder.Root}").SelectMany(word => (string[])["--set", word])]);
}
