using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Tests.Mcap;

/// <summary>
/// The six inputs of the conformance suite of the MCAP repository (<c>tests/conformance/variants</c>) and its feature letters, rebuilt from
/// their description. Pad is three bytes at the end of each record that may be extended, but not in records inside a chunk.
/// </summary>
internal static class ConformanceInputs
{
    private static readonly McapSchema ExampleSchema = new(1, "Example", "c", new byte[] { 4, 5, 6 });
    private static readonly McapChannel ExampleChannel = new(1, 1, "example", "a", new Dictionary<string, string> { ["foo"] = "bar" });
    private static readonly ulong[] TenTimes = [0, 2, 1, 3, 3, 5, 4, 7, 8, 9];
    private static readonly string[] Features = ["ch", "mx", "st", "rsh", "rch", "ax", "mdx", "chx", "sum", "pad"];

    public static IReadOnlyDictionary<string, object[]> Records { get; } = new Dictionary<string, object[]>(StringComparer.Ordinal)
    {
        ["NoData"] = [],
        ["OneSchemalessMessage"] = [new McapChannel(1, 0, "example", "text", new Dictionary<string, string>()), Message(10, 2, 1)],
        ["OneMessage"] = [ExampleSchema, ExampleChannel, Message(10, 2, 1)],
        ["OneAttachment"] = [new McapAttachment(2, 1, "myFile", "application/octet-stream", new byte[] { 1, 2, 3 })],
        ["OneMetadata"] = [new McapMetadata("myMetadata", new Dictionary<string, string> { ["foo"] = "bar" })],
        ["TenMessages"] = [ExampleSchema, ExampleChannel, .. TenTimes.Select((time, i) => (object)Message((uint)i, time, time))],
    };

    /// <summary>Every variant of the suite, named as its files are.</summary>
    public static IEnumerable<string> Names() =>
        from input in Records
        from bits in Enumerable.Range(0, 1 << Features.Length)
        let features = Features.Where((_, i) => (bits & (1 << i)) != 0).ToHashSet()
        where MakesSense(input.Value, features)
        select string.Join('-', features.Order(StringComparer.Ordinal).Prepend(input.Key));

    public static byte[] Write(string name)
    {
        string[] parts = name.Split('-');
        using MemoryStream stream = new();
        using (McapWriter writer = new(stream, Options([.. parts[1..]]), leaveOpen: true))
        {
            foreach (object record in Records[parts[0]])
            {
                Write(writer, record);
            }
        }

        return stream.ToArray();
    }

    private static McapMessage Message(uint sequence, ulong logTime, ulong publishTime) => new(1, sequence, logTime, publishTime, new byte[] { 1, 2, 3 });

    private static void Write(McapWriter writer, object record)
    {
        switch (record)
        {
            case McapSchema schema: writer.AddSchema(schema); break;
            case McapChannel channel: writer.AddChannel(channel); break;
            case McapMessage message: SampleRecording.Write(writer, message); break;
            case McapAttachment attachment: writer.WriteAttachment(attachment); break;
            case McapMetadata metadata: writer.WriteMetadata(metadata); break;
        }
    }

    private static McapWriterOptions Options(HashSet<string> features) => new()
    {
        Library = "",
        UseChunks = features.Contains("ch"),
        UseMessageIndex = features.Contains("mx"),
        UseStatistics = features.Contains("st"),
        RepeatSchemas = features.Contains("rsh"),
        RepeatChannels = features.Contains("rch"),
        UseAttachmentIndex = features.Contains("ax"),
        UseMetadataIndex = features.Contains("mdx"),
        UseChunkIndex = features.Contains("chx"),
        UseSummaryOffsets = features.Contains("sum"),
        Padding = features.Contains("pad") ? [0x01, 0xff, 0xff] : [],
    };

    private static bool MakesSense(object[] records, HashSet<string> features)
    {
        bool Has<T>() => records.OfType<T>().Any();
        bool inChunks = Has<McapChannel>();
        return (!features.Contains("ax") || Has<McapAttachment>())
            && (!features.Contains("mdx") || Has<McapMetadata>())
            && (!features.Contains("rsh") || Has<McapSchema>())
            && (!features.Contains("rch") || Has<McapChannel>())
            && (inChunks || !(features.Contains("ch") || features.Contains("chx") || features.Contains("mx")))
            && (features.Contains("ch") || !(features.Contains("chx") || features.Contains("mx")))
            && (!features.Contains("sum") || features.Overlaps(["chx", "rsh", "rch", "mdx", "ax", "st"]));
    }
}
