using Interlock.Core.Randomness;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Dashboard.Tests.Series;

/// <summary>A small recording with everything in it, and what somebody with bad intentions makes of it.</summary>
internal static class HostileRecording
{
    public const int Steps = 250;
    public const string Contract = """
        interlock: contract/1
        name: arm
        rate_hz: 1000
        action: { space: joint_position, reference: absolute }
        channels:
          - {name: shoulder.pos, role: joint, unit: deg, min: -90, max: 95}
          - {name: elbow.pos, role: joint, unit: rad, min: -1, max: 2}
          - {name: gripper.pos, role: gripper, unit: percent, min: 0, max: 100}
        """;

    private static readonly byte[][] Snippets =
        ["\"\\ud800\""u8.ToArray(), "null"u8.ToArray(), "1e999"u8.ToArray(), "-1"u8.ToArray(), "[]"u8.ToArray(), "9223372036854775807"u8.ToArray(), [0xFF, 0xC0], "\"NaN\""u8.ToArray()];

    /// <summary>As the recorder writes it.</summary>
    public static byte[] Whole(bool overview = true)
    {
        MemoryStream stream = new();
        using (FlightRecorder recorder = FlightRecorder.Start(
            new FlightRecorderOptions { OpenStream = () => stream, OwnThread = false, Overview = overview }, FlightSample.Layout, FlightSample.Session, TimeProvider.System))
        {
            recorder.Attach("arm.contract.yaml", "application/yaml", System.Text.Encoding.UTF8.GetBytes(Contract));
            recorder.SetOutcome(true, "placed");
            recorder.RecordImage(FlightSample.Jpeg(3, 30));
            recorder.RecordText(FlightSample.StartNs, FlightLevel.Info, "test", "hello");
            recorder.RecordChunk(new FlightChunk { MonotonicNs = FlightSample.StartNs, ObservedAtStep = 0, ObservedAtNs = 0, Rows = 1, Raw = new double[4], Unnormalised = new double[3] });
            for (int tick = 0; tick < Steps; tick++)
            {
                FlightSample.Fill(recorder.Frame, tick);
                recorder.Commit();
                recorder.TryEvent(new FlightEvent { MonotonicNs = recorder.Frame.MonotonicNs, Tick = tick, Kind = FlightEventKind.Intervention, Code = FlightCode.Of("GD020"), Channel = 0, Value = tick, Limit = 95 });
                recorder.Pump();
            }
        }

        return stream.ToArray();
    }

    /// <summary>One to three changes: bytes, numbers, words, cuts, pieces left out or moved.</summary>
    public static byte[] Mutated(byte[] file, SeededRandom random)
    {
        byte[] bytes = [.. file];
        for (int times = 1 + random.NextInt(3); times > 0; times--)
        {
            // The index lies at the end of a file, and a change there reaches more than one among the numbers of the steps.
            int at = random.NextDouble() < 0.5 ? random.NextInt(bytes.Length) : Math.Max(0, bytes.Length - 1 - random.NextInt(Math.Min(bytes.Length, 3000)));
            bytes = Changed(bytes, at, random);
        }

        return bytes;
    }

    private static byte[] Changed(byte[] bytes, int at, SeededRandom random)
    {
        switch (random.NextInt(6))
        {
            case 0:
                bytes[at] ^= (byte)(1 + random.NextInt(255));
                return bytes;
            case 1:
                bytes.AsSpan(at, Math.Min(8, bytes.Length - at)).Fill((byte)(random.NextInt(2) * 255));
                return bytes;
            case 2:
                bytes[at] = (byte)random.NextInt(16);
                return bytes;
            case 3:
                byte[] snippet = Snippets[random.NextInt(Snippets.Length)];
                snippet.AsSpan(0, Math.Min(snippet.Length, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
                return bytes;
            case 4:
                return bytes[..Math.Max(1, at)];
            default:
                int from = random.NextInt(bytes.Length), length = Math.Min(Math.Min(64, bytes.Length - from), bytes.Length - at);
                bytes.AsSpan(from, length).ToArray().CopyTo(bytes, at);
                return bytes;
        }
    }
}
