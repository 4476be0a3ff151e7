using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Recovery;

namespace Interlock.Cli.Verbs.Record;

/// <summary>What <c>record info</c> tells.</summary>
internal sealed record RecordingInfo
{
    private const string RunRecord = "interlock.run";
    private const string EndRecord = "interlock.end";

    public required string Path { get; init; }

    public required long Bytes { get; init; }

    /// <summary>What the recorder wrote at the beginning; null when it is no flight recording.</summary>
    public IReadOnlyDictionary<string, string>? Run { get; init; }

    /// <summary>What the recorder wrote at the end; null when it never came to that.</summary>
    public IReadOnlyDictionary<string, string>? End { get; init; }

    public required ulong Messages { get; init; }

    public required ulong StartNs { get; init; }

    public required ulong EndNs { get; init; }

    public required IReadOnlyList<(string Topic, string Schema, ulong Count)> Topics { get; init; }

    public required IReadOnlyList<McapAttachmentIndex> Attachments { get; init; }

    public McapRecoveryReport? Recovery { get; init; }

    public Diagnostic? Fault { get; init; }

    public double LengthS => (EndNs - StartNs) / 1e9;

    /// <summary>finished, unfinished or damaged.</summary>
    public string State => Fault is null ? Run is null || End is not null ? "finished" : "unfinished" : Recovery!.LossCount > 1 || End is not null ? "damaged" : "unfinished";

    public static RecordingInfo Of(string path, OpenedRecording opened)
    {
        McapReader reader = opened.Reader;
        McapStatistics? statistics = reader.Statistics;
        return new RecordingInfo
        {
            Path = path,
            Bytes = new FileInfo(path).Length,
            Run = Metadata(reader, RunRecord),
            End = Metadata(reader, EndRecord),
            Messages = statistics?.MessageCount ?? 0,
            StartNs = statistics?.MessageStartTimeNs ?? 0,
            EndNs = statistics?.MessageEndTimeNs ?? 0,
            Topics =
            [
                .. reader.Channels.Values.OrderBy(channel => channel.Topic, StringComparer.Ordinal).Select(channel => (
                    channel.Topic,
                    reader.Schemas.GetValueOrDefault(channel.SchemaId)?.Name ?? "",
                    statistics?.ChannelMessageCounts.GetValueOrDefault(channel.Id) ?? 0)),
            ],
            Attachments = reader.Attachments,
            Recovery = opened.Recovery,
            Fault = opened.Fault,
        };
    }

    /// <summary>Steps, events and items that found no room; null when the recorder did not say.</summary>
    public long? Dropped => End is null ? null : new[] { "steps_dropped", "events_dropped", "items_dropped" }.Sum(key =>
        long.TryParse(End.GetValueOrDefault(key), NumberStyles.Integer, CultureInfo.InvariantCulture, out long count) ? count : 0);

    private static IReadOnlyDictionary<string, string>? Metadata(McapReader reader, string name) =>
        reader.Metadata.LastOrDefault(index => index.Name == name) is { } found ? reader.Read(found).Entries : null;
}
