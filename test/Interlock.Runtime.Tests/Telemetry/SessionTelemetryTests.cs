using System.Diagnostics.Metrics;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Session;
using Interlock.Runtime.Telemetry;
using Interlock.Runtime.Telemetry.Alerts;
using Interlock.Runtime.Telemetry.Alerts.Sinks;
using Interlock.Runtime.Telemetry.Catalogue;
using Interlock.TestSupport;
using Xunit;

namespace Interlock.Runtime.Tests.Telemetry;

public sealed class SessionTelemetryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_collected_is_what_the_run_says_of_itself()
    {
        using StringWriter console = new();
        using TelemetryService service = Service(console);
        using RunSession session = Session();
        service.Watch(session);
        RunOutcome outcome = session.Run(CancellationToken.None, service.Tell);
        IReadOnlyList<MetricSeries> series = service.Collect();
        Assert.Equal(outcome.Ticks, One(series, MetricCatalogue.Ticks).Value);
        Assert.Equal(outcome.Ticks, One(series, MetricCatalogue.Lateness).Count);
        Assert.Equal(outcome.ClippedTicks, series.Where(item => item.Metric == MetricCatalogue.Interventions).Sum(item => item.Value));
        Assert.Equal(outcome.ClippedTicks, One(series, MetricCatalogue.ClipFraction).Count);
        Assert.Equal(1, series.Single(item => item.Metric == MetricCatalogue.Episodes && item.Labels[0] == "success").Value);
        Assert.Equal("holding", Assert.Single(series, item => item.Metric == MetricCatalogue.State && item.Value == 1).Labels[0]);
        Assert.Equal(outcome.Recording!.BytesWritten, One(series, MetricCatalogue.RecorderBytes).Value);
        Assert.True(One(series, MetricCatalogue.PolicyLatency).Count > 0);
        Assert.InRange(One(series, MetricCatalogue.WorstMargin).Value, 0, 0.5);
        Assert.True(series.Count(item => item.Metric == MetricCatalogue.Margin) <= session.Channels.Count);
    }

    [Fact]
    public void A_run_with_telemetry_records_the_same_bytes_as_one_without()
    {
        string path = _folder.PathOf("run.mcap");
        using (RunSession alone = Session($"recording.path={path}", "run.duration_s=2"))
        {
            alone.Run(CancellationToken.None);
        }

        byte[] without = File.ReadAllBytes(path);
        File.Delete(path);
        using StringWriter console = new();
        using TelemetryService service = Service(console);
        using (RunSession watched = Session($"recording.path={path}", "run.duration_s=2"))
        {
            service.Watch(watched);
            watched.Run(CancellationToken.None, happening =>
            {
                service.Tell(happening);
                service.Collect();
            });
        }

        Assert.Equal(without, File.ReadAllBytes(path));
    }

    [Fact]
    public void Interventions_of_the_guard_are_told_with_value_limit_unit_and_code()
    {
        string contract = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "examples/run/table-arm.contract.yaml"));
        string slow = _folder.Write("table-arm.contract.yaml", contract.Replace("max_velocity: 0.15", "max_velocity: 0.01", StringComparison.Ordinal));
        using StringWriter console = new();
        RunOutcome outcome;
        using (TelemetryService service = Service(console))
        {
            using RunSession session = Session($"contract={slow}", "schedule.brake_along_chunk=false", "run.duration_s=6");
            service.Watch(session);
            outcome = session.Run(CancellationToken.None, service.Tell);
        }

        string[] told = console.ToString().TrimEnd().Split('\n');
        Assert.NotEmpty(outcome.Interventions);
        Assert.All(outcome.Interventions, pair => Assert.Contains(told, line => line.StartsWith($"alert warning test: {pair.Key} ", StringComparison.Ordinal)));
        Assert.Contains(told, line => line.Contains(" gripper ", StringComparison.Ordinal) && line.Contains("(limit 0.01 m/s)", StringComparison.Ordinal));
    }

    [Fact]
    public void The_meter_shows_every_metric_of_the_catalogue_with_unit_and_meaning()
    {
        List<Instrument> published = [];
        using MeterListener listener = new() { InstrumentPublished = (instrument, _) => published.Add(instrument) };
        listener.Start();
        using StringWriter console = new();
        using TelemetryService service = Service(console);
        foreach (MetricInfo metric in MetricCatalogue.All)
        {
            Assert.Contains(published, instrument =>
                instrument.Meter.Name == TelemetryService.MeterName && instrument.Name == metric.Name && (instrument.Unit ?? "") == metric.Unit && instrument.Description == metric.Meaning);
        }
    }

    private static MetricSeries One(IEnumerable<MetricSeries> series, MetricInfo metric) => Assert.Single(series, item => item.Metric == metric);

    private static TelemetryService Service(TextWriter console) => new(
        new TelemetryOptions { Source = "test", Alerts = [new AlertRoute("console[0]", new ConsoleSink(TextWriter.Synchronized(console))) { Least = FlightLevel.Warning, Burst = 1000 }] },
        TimeProvider.System);

    private RunSession Session(params string[] overrides)
    {
        DiagnosticCollector findings = new();
        RunFile? file = RunFile.Load(
            Path.Combine(SharedFiles.RepositoryRoot, "examples/run/table-arm.run.yaml"), [$"recording.path={_folder.Root}", .. overrides], findings);
        return RunSession.Prepare(
            file ?? throw new DiagnosticException(findings.Items), new SessionOptions { Clock = new VirtualClock(1), Time = new FixedTime() }, CancellationToken.None).Session!;
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
    }
}
