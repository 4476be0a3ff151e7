using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Tests.Flight;

/// <summary>Recordings that somebody changed: each is read or refused with a finding, never anything else.</summary>
public sealed class FlightFuzzTests
{
    private const int Runs = 300;

    private static readonly byte[][] Snippets =
        ["\"\\ud800\""u8.ToArray(), "null"u8.ToArray(), "1e999"u8.ToArray(), "-1"u8.ToArray(), "[]"u8.ToArray(), "{}"u8.ToArray(), "9223372036854775807"u8.ToArray(), [0xFF, 0xC0], "\"NaN\""u8.ToArray()];

    [Fact]
    public void Damaged_bytes()
    {
        byte[] whole = Recording();
        SeededRandom random = new(5);
        for (int run = 0; run < Runs; run++)
        {
            byte[] damaged = whole.ToArray();
            for (int i = 0; i <= run % 4; i++)
            {
                damaged[random.NextInt(damaged.Length)] = (byte)random.NextInt(256);
            }

            ReadOrRefuse(damaged[..(run % 3 == 0 ? random.NextInt(damaged.Length) : damaged.Length)]);
        }
    }

    [Fact]
    public void Messages_with_valid_checksums_and_strange_contents()
    {
        byte[] whole = Recording();
        SeededRandom random = new(6);
        int refused = 0;
        for (int run = 0; run < Runs; run++)
        {
            refused += ReadOrRefuse(Rewritten(whole, random)) ? 0 : 1;
        }

        Assert.InRange(refused, Runs / 10, Runs - 1);
    }

    private static byte[] Rewritten(byte[] whole, SeededRandom random)
    {
        using McapReader reader = McapReader.Open(new MemoryStream(whole));
        MemoryStream stream = new();
        using (McapWriter writer = new(stream))
        {
            foreach (McapSchema schema in reader.Schemas.Values)
            {
                writer.AddSchema(schema);
            }

            foreach (McapChannel channel in reader.Channels.Values)
            {
                writer.AddChannel(channel);
            }

            writer.WriteMetadata(reader.Read(reader.Metadata[0]));
            McapMessage[] messages = [.. reader.Messages()];
            int changed = random.NextInt(messages.Length);
            for (int i = 0; i < messages.Length; i++)
            {
                McapMessage message = messages[i];
                byte[] data = i == changed ? Changed(message.Data.ToArray(), random) : message.Data.ToArray();
                writer.WriteMessage(message.ChannelId, message.Sequence, message.LogTimeNs, message.PublishTimeNs, data);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Changed(byte[] json, SeededRandom random)
    {
        int at = random.NextInt(json.Length);
        if (random.NextDouble() < 0.3)
        {
            json[at] = (byte)random.NextInt(256);
            return json;
        }

        // In place of a value, where it may pass for one.
        int colon = Array.IndexOf(json, (byte)':', at) is >= 0 and int found ? found : Array.IndexOf(json, (byte)':');
        int end = Array.FindIndex(json, colon, letter => letter is (byte)',' or (byte)'}' or (byte)']');
        return [.. json[..(colon + 1)], .. Snippets[random.NextInt(Snippets.Length)], .. json[end..]];
    }

    private static bool ReadOrRefuse(byte[] bytes)
    {
        using TemporaryFolder folder = new();
        try
        {
            using FlightLog log = FlightLog.Open(folder.Write("x.mcap", bytes));
            _ = log.Steps().Count() + log.Events().Count() + log.Chunks().Count() + log.Images().Count() + log.Texts().Count();
            return true;
        }
        catch (DiagnosticException)
        {
            return false;
        }
    }

    private static byte[] Recording()
    {
        MemoryStream stream = new();
        using (FlightRecorder recorder = FlightSample.Start(stream))
        {
            FlightSample.Run(recorder, 0, 10);
            recorder.TryEvent(new FlightEvent { MonotonicNs = FlightSample.StartNs, Kind = FlightEventKind.Stop, Code = FlightCode.Of("GD001"), Channel = 1 });
            recorder.RecordImage(FlightSample.Jpeg(3, 30));
            recorder.RecordText(FlightSample.StartNs, FlightLevel.Info, "test", "hello");
            recorder.RecordChunk(new FlightChunk { MonotonicNs = FlightSample.StartNs, ObservedAtStep = 0, ObservedAtNs = 0, Rows = 1, Raw = new double[4], Unnormalised = new double[3] });
        }

        return stream.ToArray();
    }
}
