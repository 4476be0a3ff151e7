using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>Schemas and channels of a file. A repetition has to say the same. Regions that are read at the same time may add and ask; the lists are for who reads alone.</summary>
internal sealed class Definitions(string? file)
{
    // Asked once for each message, without a lock.
    private readonly bool[] _known = new bool[ushort.MaxValue + 1];
    private readonly Lock _adding = new();

    public SortedDictionary<ushort, McapSchema> Schemas { get; } = [];

    public SortedDictionary<ushort, McapChannel> Channels { get; } = [];

    /// <summary>True when every channel's schema is known, and there is a channel.</summary>
    public bool AreComplete => Channels.Count > 0 && Channels.Values.All(channel => channel.SchemaId == 0 || Schemas.ContainsKey(channel.SchemaId));

    /// <summary>Id 0 is ignored, as the specification asks.</summary>
    public void Add(McapSchema schema, long offset)
    {
        lock (_adding)
        {
            if (schema.Id != 0 && !Schemas.TryAdd(schema.Id, schema) && !Schemas[schema.Id].SameAs(schema))
            {
                throw Conflict("schema", schema.Id, offset);
            }
        }
    }

    public void Add(McapChannel channel, long offset)
    {
        lock (_adding)
        {
            if (!Channels.TryAdd(channel.Id, channel) && !Channels[channel.Id].SameAs(channel))
            {
                throw Conflict("channel", channel.Id, offset);
            }

            Volatile.Write(ref _known[channel.Id], true);
        }
    }

    /// <summary>A channel in the data section has to follow its schema.</summary>
    public void RequireSchemaOf(McapChannel channel, long offset)
    {
        lock (_adding)
        {
            if (channel.SchemaId == 0 || Schemas.ContainsKey(channel.SchemaId))
            {
                return;
            }

            throw McapError.At("RC008", file, offset, $"channel {channel.Id} ('{channel.Topic}') names schema {channel.SchemaId}, which the file has not shown");
        }
    }

    public void RequireChannel(ushort id, long offset)
    {
        if (!Volatile.Read(ref _known[id]))
        {
            throw McapError.At("RC008", file, offset, $"a message names channel {id}, which the file has not shown");
        }
    }

    private Core.Diagnostics.DiagnosticException Conflict(string what, ushort id, long offset) =>
        McapError.At("RC009", file, offset, $"{what} {id} is defined twice, differently", "the writer is faulty or the file is damaged");
}
