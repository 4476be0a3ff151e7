using System.Buffers.Binary;
using System.Text;
using Interlock.Recording.Flight;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Recovery;
using Interlock.Recording.Mcap.Writing;
using Interlock.Recording.Tests.Mcap;

namespace Interlock.Recording.Tests.Flight;

public sealed class McapStepSinkTests
{
    [Fact]
    public void Steps_arrive_as_json_messages_at_their_times_and_survive_a_killed_recorder_up_to_the_flush()
    {
        using MemoryStream file = new();
        McapWriter writer = new(file, leaveOpen: true);
        ushort schema = writer.AddSchema("interlock.Step", "jsonschema", "{}"u8);
        ushort channel = writer.AddChannel("/step", "json", schema);
        McapStepSink sink = new(writer, channel, (record, json) => json.WriteNumberValue(record[8]));
        byte[] step = new byte[16];
        for (byte i = 0; i < 20; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(step, i * 1_000_000UL);
            step[8] = i;
            sink.Write(step);
            if (i == 14)
            {
                sink.Flush();
            }
        }

        using MemoryStream saved = new();
        McapRecovery.Recover(new MemoryStream(file.ToArray()), saved);
        using McapReader reader = SampleRecording.Open(saved.ToArray());
        Assert.Equal(
            Enumerable.Range(0, 15).Select(i => ((ulong)i * 1_000_000, $"{i}")),
            reader.Messages().Select(message => (message.LogTimeNs, Encoding.UTF8.GetString(message.Data.Span))));
        writer.Dispose();
    }
}
