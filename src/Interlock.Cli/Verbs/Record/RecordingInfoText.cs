using System.Globalization;
using Interlock.Cli.Output;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Overview;

namespace Interlock.Cli.Verbs.Record;

/// <summary>A recording for people: run, health, topics, attachments.</summary>
internal sealed class RecordingInfoText(TextWriter output, int width)
{
    private static readonly string[] Told = ["run_id", "task", "policy", "robot", "certificate_level", "software_version", "rate_hz", "channels", "cameras"];

    public void Write(RecordingInfo info)
    {
        Line($"{info.Path}: {info.State}, {info.Bytes:N0} bytes, {info.Messages:N0} messages over {info.LengthS:0.###} s from {Utc(info.StartNs)}");
        foreach (string key in Told.Where(key => info.Run?.GetValueOrDefault(key) is not (null or "[]")))
        {
            WrappedText.Write(output, $"{key} {info.Run![key]}", width, indent: 2, hanging: 4);
        }

        TextTable topics = new("topic", "messages", "schema");
        foreach ((string topic, string schema, ulong count) in info.Topics)
        {
            topics.Add(topic, $"{count:N0}", schema);
        }

        output.WriteLine();
        topics.Write(output, width);
        WriteAttachments(info);
        output.WriteLine();
        Line(Overview(info));
        Line(Health(info));
    }

    private void WriteAttachments(RecordingInfo info)
    {
        if (info.Attachments.Count == 0)
        {
            return;
        }

        TextTable table = new("attachment", "bytes", "type");
        foreach (McapAttachmentIndex attachment in info.Attachments)
        {
            table.Add(attachment.Name, $"{attachment.DataSize:N0}", attachment.MediaType);
        }

        output.WriteLine();
        table.Write(output, width);
    }

    private static string Overview(RecordingInfo info) =>
        info.Attachments.LastOrDefault(attachment => attachment.Name == RecordingOverview.AttachmentName) is { } found
            ? $"It has an overview of {found.DataSize:N0} bytes and opens at once in the dashboard."
            : "It has no overview: the dashboard reads it through once.";

    private static string Health(RecordingInfo info)
    {
        if (info.Fault is { } fault)
        {
            return $"{fault.Code}: {fault.Message}; {info.Recovery!.Messages:N0} messages can be saved with 'interlock record recover {info.Path}'.";
        }

        return info switch
        {
            { Run: null } => "This is no flight recording of ours; it is a valid MCAP file.",
            { End: null } => "The recorder did not come to its end; nothing is known of what it dropped.",
            { Dropped: > 0 and long dropped } => $"The recorder dropped {dropped:N0} items: steps {info.End["steps_dropped"]}, events {info.End["events_dropped"]}, others {info.End["items_dropped"]}.",
            _ => "Nothing was dropped.",
        };
    }

    private static string Utc(ulong ns) =>
        (DateTimeOffset.UnixEpoch + TimeSpan.FromTicks((long)(ns / TimeSpan.NanosecondsPerTick))).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void Line(string text) => WrappedText.Write(output, text, width);
}
