using Interlock.Core.Randomness;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Tests.Mcap;

/// <summary>A recording of two channels with an attachment and metadata, out of a seed.</summary>
internal static class SampleRecording
{
    public static McapAttachment Contract { get; } = new(1, 2, "arm.contract.yaml", "application/yaml", "limits: 1"u8.ToArray());

    public static McapMetadata Run { get; } = new("interlock.run", new Dictionary<string, string> { ["seed"] = "1", ["robot"] = "arm" });

    public static List<McapMessage> Messages(int count, ulong seed)
    {
        SeededRandom random = new(seed);
        List<McapMessage> messages = [];
        for (int i = 0; i < count; i++)
        {
            byte[] data = new byte[random.NextInt(60)];
            for (int k = 0; k < data.Length; k++)
            {
                data[k] = (byte)random.NextInt(256);
            }

            ulong time = (ulong)((1_000_000 * i) + random.NextInt(3_000_000));
            messages.Add(new McapMessage((ushort)(1 + random.NextInt(2)), (uint)i, time, time, data));
        }

        return messages;
    }

    public static byte[] Bytes(IEnumerable<McapMessage> messages, McapWriterOptions? options = null)
    {
        using MemoryStream stream = new();
        using (McapWriter writer = Begin(stream, options))
        {
            foreach (McapMessage message in messages)
            {
                Write(writer, message);
            }
        }

        return stream.ToArray();
    }

    public static McapWriter Begin(Stream stream, McapWriterOptions? options)
    {
        McapWriter writer = new(stream, options, leaveOpen: true);
        writer.WriteAttachment(Contract);
        writer.WriteMetadata(Run);
        ushort schema = writer.AddSchema("interlock.Step", "jsonschema", "{\"type\":\"object\"}"u8);
        writer.AddChannel("/action/raw", "json", schema);
        writer.AddChannel("/action/guarded", "json", schema, new Dictionary<string, string> { ["rate_hz"] = "1000" });
        return writer;
    }

    public static void Write(McapWriter writer, McapMessage message) =>
        writer.WriteMessage(message.ChannelId, message.Sequence, message.LogTimeNs, message.PublishTimeNs, message.Data.Span);

    public static McapReader Open(byte[] bytes, McapLimits? limits = null) => McapReader.Open(new MemoryStream(bytes), "sample.mcap", limits);

    /// <summary>A message as text, to compare by content.</summary>
    public static string Text(McapMessage message) =>
        $"{message.ChannelId} {message.Sequence} {message.LogTimeNs} {message.PublishTimeNs} {Convert.ToHexString(message.Data.Span)}";

    public static string[] Texts(IEnumerable<McapMessage> messages) => [.. messages.Select(Text)];
}
