using Interlock.Recording.Mcap.Writing;
using Interlock.Recording.Ros2.Cdr;
using Interlock.Recording.Ros2.Messages;

namespace Interlock.Recording.Ros2.Export;

/// <summary>The exported file: schemas and topics as they are needed.</summary>
internal sealed class Ros2Output(McapWriter writer)
{
    private readonly Dictionary<string, ushort> _schemas = [];

    public CdrWriter Cdr { get; } = new();

    public long Messages { get; private set; }

    public int Topics { get; private set; }

    /// <summary>Writes what is in <see cref="Cdr"/>; log time and publish time are the same, as in our recordings.</summary>
    public void Write(Ros2Topic topic, ulong timeNs)
    {
        topic.Id ??= Add(topic);
        writer.WriteMessage(topic.Id.Value, topic.Count++, timeNs, timeNs, Cdr.Written);
        Messages++;
    }

    private ushort Add(Ros2Topic topic)
    {
        if (!_schemas.TryGetValue(topic.Type.Name, out ushort schema))
        {
            schema = writer.AddSchema(topic.Type.Name, Ros2Type.Encoding, topic.Type.Definition());
            _schemas.Add(topic.Type.Name, schema);
        }

        Topics++;
        return writer.AddChannel(topic.Name, Ros2Type.MessageEncoding, schema, topic.Metadata);
    }
}
