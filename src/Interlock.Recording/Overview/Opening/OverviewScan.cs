using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Overview.Building;
using Interlock.Recording.Overview.Format;

namespace Interlock.Recording.Overview.Opening;

/// <summary>Makes the overview of a recording that has none, by reading it through once.</summary>
internal sealed class OverviewScan
{
    // Often enough for a bar that moves, seldom enough to cost nothing.
    private const int MessagesBetweenReports = 1 << 14;

    private readonly FlightLog _log;
    private readonly OverviewBuilder _builder;
    private readonly StepGathering _steps;
    private readonly TopicMap _topics;

    private OverviewScan(FlightLog log)
    {
        _log = log;
        _builder = new OverviewBuilder(log.Layout, (long)log.Clock.FileNs(log.Session.StartMonotonicNs));
        _steps = new StepGathering(log.Layout, _builder);
        _topics = new TopicMap(log.Layout, _builder.Columns, log.Reader);
    }

    /// <summary>Messages that were not as their schema says and were passed over.</summary>
    private long Unreadable { get; set; }

    public static (RecordingOverview Overview, long Unreadable) Run(FlightLog log, IProgress<double>? progress, CancellationToken cancellation)
    {
        OverviewScan scan = new(log);
        scan.Run(progress, cancellation);
        scan._builder.Signals.Close();
        return (OverviewReader.Of(scan._builder), scan.Unreadable);
    }

    private void Run(IProgress<double>? progress, CancellationToken cancellation)
    {
        Dictionary<ushort, string> others = _log.Reader.Channels.Values
            .Where(channel => channel.Topic is FlightTopics.GuardEvents or FlightTopics.Events or FlightTopics.PolicyChunk)
            .ToDictionary(channel => channel.Id, channel => channel.Topic);
        HashSet<ushort> wanted = [.. others.Keys, .. _topics.ById.Keys];
        double startNs = _log.Reader.Statistics?.MessageStartTimeNs ?? 0;
        double spanNs = (_log.Reader.Statistics?.MessageEndTimeNs ?? 0) - startNs;
        long count = 0;
        foreach (McapMessage message in _log.Reader.Messages(new McapQuery { Channels = wanted }))
        {
            if (count++ % MessagesBetweenReports == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(spanNs > 0 ? Math.Clamp((message.LogTimeNs - startNs) / spanNs, 0, 1) : 0);
            }

            bool read = _topics.ById.TryGetValue(message.ChannelId, out StepTopic topic)
                ? _steps.Add(topic, message.LogTimeNs, message.Data.Span)
                : Other(message, others[message.ChannelId]);
            Unreadable += read ? 0 : 1;
        }
    }

    private bool Other(McapMessage message, string topic)
    {
        try
        {
            using MessageJson json = new(message, topic, null);
            Add(json, topic, (long)Math.Min(message.LogTimeNs, long.MaxValue));
            return true;
        }
        catch (Exception exception) when (exception is DiagnosticException or InvalidOperationException)
        {
            return false;
        }
    }

    private void Add(MessageJson json, string topic, long fileNs)
    {
        if (topic == FlightTopics.PolicyChunk)
        {
            _builder.AddChunk(
                fileNs, (int)Math.Clamp(json.Whole("rows"), 0, int.MaxValue), json.OptionalNumber("round_trip_ms") ?? json.OptionalNumber("inference_ms"), json.OptionalNumbers("seam") is { Length: > 0 });
            return;
        }

        EventKey key = new(json.Text("kind"), json.Text("code"), json.OptionalText("channel"));
        _builder.Add(key, fileNs, json.Whole("tick"), json.OptionalNumber("value"), json.OptionalNumber("limit"));
    }
}
