using System.Net;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Live;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Session;
using Interlock.Runtime.Telemetry.Alerts;
using Interlock.Runtime.Telemetry.Catalogue;
using Interlock.Runtime.Telemetry.Exposition;
using Interlock.Runtime.Telemetry.Probes;

namespace Interlock.Runtime.Telemetry;

/// <summary>
/// Collects metrics a few times a second from what sessions and proxies leave to read, shows them to scrapers and to <see cref="System.Diagnostics.Metrics.Meter"/>
/// listeners, and tells alerts. The control loop neither knows of it nor waits for it.
/// </summary>
public sealed class TelemetryService : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Interlock";

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(50);

    private readonly Lock _collecting = new();
    private readonly Lock _watching = new();
    private readonly TelemetryOptions _options;
    private readonly MeterBridge _meter;
    private readonly AlertDesk _alerts;
    private readonly MetricsServer? _server;
    private readonly ITimer _timer;
    private IMetricProbe[] _probes = [];
    private bool _isDisposed;

    /// <summary>Begins to collect and listens.</summary>
    /// <param name="options">What and for whom.</param>
    /// <param name="time">Clock of collections, rates and retries.</param>
    /// <exception cref="DiagnosticException">RT260, RT261: it cannot listen.</exception>
    public TelemetryService(TelemetryOptions options, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Interval, ShortestInterval);
        _options = options;
        _server = options.Metrics is { } metrics ? new MetricsServer(metrics, Text, time) : null;
        _meter = new MeterBridge(options.SoftwareVersion ?? "");
        _alerts = new AlertDesk(options.Alerts, options.Source, time, options.OnTrouble);
        _timer = time.CreateTimer(_ => CollectQuietly(), null, options.Interval, options.Interval);
    }

    /// <summary>Where scrapers read; null for nowhere.</summary>
    public IPEndPoint? MetricsEndpoint => _server?.Endpoint;

    /// <summary>Collects from a session, also after its end, and tells of the guard's interventions.</summary>
    public void Watch(RunSession session)
    {
        Add(session.Probe);
        Add(new InterventionAlerts(session.Probe, _alerts));
    }

    /// <summary>Collects from a proxy.</summary>
    public void Watch(ProxyServer server, ProxyProtocol protocol) => Add(new ProxyProbe(server.Tally, server.Channels, protocol));

    /// <summary>Collects how many watch a live feed, and how many messages it dropped.</summary>
    public void Watch(LiveFeed feed) => Add(new LiveProbe(feed));

    /// <summary>Tells of something; from any thread, never waits.</summary>
    public void Tell(Alert alert) => _alerts.Tell(alert);

    /// <summary>Tells of what a session narrated.</summary>
    public void Tell(Happening happening) => _alerts.Tell(Alert.Of(happening));

    /// <summary>Tells of what a proxy told; from any thread, never waits.</summary>
    public void Tell(ProxyEvent happened) => _alerts.Tell(Alert.Of(happened));

    /// <summary>Collects now, for who is about to read.</summary>
    public void Refresh() => CollectQuietly();

    /// <summary>Collects once more, tells what is left, for at most 2 s, and lets go.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _timer.Dispose();
        CollectQuietly();
        _alerts.Dispose();
        _server?.Dispose();
        _meter.Dispose();
    }

    /// <summary>Collects now. A collection that is under way is waited for.</summary>
    internal IReadOnlyList<MetricSeries> Collect()
    {
        lock (_collecting)
        {
            MetricBoard board = new();
            board.Set(MetricCatalogue.Info, 1, _options.SoftwareVersion ?? "");
            foreach (IMetricProbe probe in Volatile.Read(ref _probes))
            {
                probe.Read(board);
            }

            _alerts.Read(board);
            board.Set(MetricCatalogue.SeriesRefused, board.Refused);
            IReadOnlyList<MetricSeries> series = board.Series;
            _meter.Show(series);
            return series;
        }
    }

    // On a thread of the pool, where a mistake would end the process and with it the loop.
    private void CollectQuietly()
    {
        try
        {
            Collect();
        }
        catch (Exception failure)
        {
            _options.OnTrouble?.Invoke($"metrics could not be collected: {failure.GetType().Name}: {failure.Message}");
        }
    }

    private void Add(IMetricProbe probe)
    {
        lock (_watching)
        {
            Volatile.Write(ref _probes, [.. _probes, probe]);
        }
    }

    private string Text(ExpositionFormat format) => ExpositionText.Write(Collect(), format);
}
