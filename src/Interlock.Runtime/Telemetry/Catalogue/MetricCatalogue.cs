using static Interlock.Runtime.Telemetry.Catalogue.MetricKind;

namespace Interlock.Runtime.Telemetry.Catalogue;

/// <summary>Every metric there is. The page <c>docs/metrics.md</c> has the same table.</summary>
public static class MetricCatalogue
{
    internal const string Channel = "channel";
    internal const string Code = "code";
    internal const string Outcome = "outcome";
    internal const string Protocol = "protocol";
    internal const string Sink = "sink";
    internal const string StateLabel = "state";

    /// <summary>The channel of what is about a whole action.</summary>
    internal const string WholeAction = "all";

    // From a spinning loop's microseconds to a machine that stood still; ours.
    private static readonly double[] TickBounds =
        [1e-5, 2.5e-5, 5e-5, 1e-4, 2.5e-4, 5e-4, 1e-3, 2.5e-3, 5e-3, 1e-2, 2.5e-2, 5e-2, 0.1, 0.25, 0.5, 1];

    // Those of OpenTelemetry's http.client.request.duration, and one second further for large models.
    private static readonly double[] AnswerBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20];

    private static readonly double[] ShareBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2];

    internal static readonly MetricInfo Info = new("interlock.build.info", Gauge, "", "Always 1; says which version runs.", "version");
    internal static readonly MetricInfo Ticks = new("interlock.loop.ticks", Counter, "{tick}", "Control ticks.");
    internal static readonly MetricInfo Lateness = new("interlock.loop.lateness", Histogram, "s", "From a tick's deadline to its begin.") { Bounds = TickBounds };
    internal static readonly MetricInfo Work = new("interlock.loop.work", Histogram, "s", "From a tick's begin to its command on the way.") { Bounds = TickBounds };
    internal static readonly MetricInfo MissedTicks = new("interlock.loop.missed_ticks", Counter, "{tick}", "Periods that were over before their tick began.");
    internal static readonly MetricInfo ClockSteps = new("interlock.loop.wall_clock_steps", Counter, "{step}", "Steps of the wall clock that were noticed.");

    internal static readonly MetricInfo Interventions = new(
        "interlock.guard.interventions", Counter, "{intervention}", "Ticks in which the guard changed or refused the policy's action, by the first cause and its channel; `all` for the whole action.", Code, Channel);

    internal static readonly MetricInfo ClipFraction = new(
        "interlock.guard.clip_fraction", Histogram, "1", "Of actions that the guard changed: the largest change as a share of the channel's span.")
    { Bounds = ShareBounds };

    internal static readonly MetricInfo Margin = new(
        "interlock.guard.bound_margin", Gauge, "1", "Distance of the newest command from the nearer bound as a share of the channel's span; absent before the first command and for channels without bounds.", Channel);

    internal static readonly MetricInfo WorstMargin = new(
        "interlock.guard.worst_bound_margin", Gauge, "1", "Smallest of those distances that was collected so far, over all channels.");

    internal static readonly MetricInfo Alarms = new("interlock.guard.alarms", Counter, "{alarm}", "Alarms of the guard that the supervisor took up; of a proxy, all.");
    internal static readonly MetricInfo State = new("interlock.supervisor.state", Gauge, "", "1 for the present state, 0 for the others.", StateLabel);
    internal static readonly MetricInfo Events = new("interlock.supervisor.events", Counter, "{event}", "What the supervisor found or was refused, by code.", Code);
    internal static readonly MetricInfo EventsLost = new("interlock.supervisor.events_lost", Counter, "{event}", "Events that were overwritten before they were counted.");
    internal static readonly MetricInfo PolicyLatency = new("interlock.policy.latency", Histogram, "s", "From asking the policy to its answer.") { Bounds = AnswerBounds };
    internal static readonly MetricInfo PolicyFailures = new("interlock.policy.failures", Counter, "{answer}", "Answers that failed or came too late to wait for.");
    internal static readonly MetricInfo ChunksRefused = new("interlock.policy.chunks_refused", Counter, "{chunk}", "Answers that came too late, out of order or empty.");
    internal static readonly MetricInfo ChunkAge = new("interlock.policy.chunk_age", Gauge, "s", "Age of the observation behind the chunk in use; absent without one.");
    internal static readonly MetricInfo StateAge = new("interlock.observation.state_age", Gauge, "s", "Age of the measured state at the newest tick; absent until there is one.");
    internal static readonly MetricInfo ImageAge = new("interlock.observation.image_age", Gauge, "s", "Age of the camera stream that is worst off at the newest tick; absent without cameras and before the first image.");
    internal static readonly MetricInfo Episodes = new("interlock.episodes", Counter, "{episode}", "Episodes that are over.", Outcome);
    internal static readonly MetricInfo RecorderSteps = new("interlock.recorder.steps", Counter, "{step}", "Ticks that the recorder has taken.");
    internal static readonly MetricInfo RecorderDropped = new("interlock.recorder.dropped", Counter, "{record}", "Records that found no room.");
    internal static readonly MetricInfo RecorderBytes = new("interlock.recorder.written", Counter, "By", "Bytes that have left for the file.");
    internal static readonly MetricInfo RecorderFailed = new("interlock.recorder.failed", Gauge, "", "1 when the recording ended early.");
    internal static readonly MetricInfo ProxyClients = new("interlock.proxy.clients", Gauge, "{client}", "Connections open now.", Protocol);
    internal static readonly MetricInfo ProxyConnections = new("interlock.proxy.connections", Counter, "{connection}", "Connections taken.", Protocol);
    internal static readonly MetricInfo ProxyRequests = new("interlock.proxy.requests", Counter, "{request}", "Requests answered with actions.", Protocol);
    internal static readonly MetricInfo ProxyRows = new("interlock.proxy.rows", Counter, "{row}", "Actions judged.", Protocol);
    internal static readonly MetricInfo ProxyChanged = new("interlock.proxy.changed_rows", Counter, "{row}", "Actions that the contract did not allow as they were.", Protocol);
    internal static readonly MetricInfo ProxyClientErrors = new("interlock.proxy.client_errors", Counter, "{error}", "Requests and connections refused because of what the client sent.", Protocol);
    internal static readonly MetricInfo ProxyUpstreamFailures = new("interlock.proxy.upstream_failures", Counter, "{failure}", "Requests that the server did not answer as it should.", Protocol);
    internal static readonly MetricInfo AlertsSent = new("interlock.alerts.sent", Counter, "{alert}", "Alerts delivered; a group counts once.", Sink);
    internal static readonly MetricInfo AlertsSuppressed = new("interlock.alerts.suppressed", Counter, "{alert}", "Alerts over the sink's rate or queue.", Sink);
    internal static readonly MetricInfo AlertsFailed = new("interlock.alerts.failed", Counter, "{alert}", "Alerts given up after the last attempt.", Sink);
    internal static readonly MetricInfo LiveClients = new("interlock.live.clients", Gauge, "{client}", "Viewers of the live feed now.");
    internal static readonly MetricInfo LiveDropped = new("interlock.live.dropped", Counter, "{message}", "Messages that found no room, over all viewers of the live feed.");
    internal static readonly MetricInfo SeriesRefused = new("interlock.telemetry.series_refused", Counter, "{series}", "Series beyond the most that one metric may have.");

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MetricInfo> All { get; } =
    [
        Info, Ticks, Lateness, Work, MissedTicks, ClockSteps, Interventions, ClipFraction, Margin, WorstMargin, Alarms, State, Events, EventsLost,
        PolicyLatency, PolicyFailures, ChunksRefused, ChunkAge, StateAge, ImageAge, Episodes, RecorderSteps, RecorderDropped, RecorderBytes, RecorderFailed,
        ProxyClients, ProxyConnections, ProxyRequests, ProxyRows, ProxyChanged, ProxyClientErrors, ProxyUpstreamFailures,
        AlertsSent, AlertsSuppressed, AlertsFailed, LiveClients, LiveDropped, SeriesRefused,
    ];
}
