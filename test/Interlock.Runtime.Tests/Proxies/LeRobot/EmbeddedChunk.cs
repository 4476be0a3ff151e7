using System.Buffers.Binary;
using System.Text;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

/// <summary>A chunk as LeRobot pickles it: every action carries the numbers of all of them, and is a view of its own copy.</summary>
internal static class EmbeddedChunk
{
    public static byte[] Pickle(IReadOnlyList<float[]> rows, long timestep, double timestampS, double periodS = 1 / 30.0)
    {
        byte[] stream = Stream([.. rows.SelectMany(row => row)]);
        List<byte> bytes = [0x80, 4, (byte)']', (byte)'('];
        for (int i = 0; i < rows.Count; i++)
        {
            // What comes again is referred to, as Python does it.
            byte[] Once(byte memo, byte[] first) => i == 0 ? [.. first, 0x94] : [(byte)'h', memo];
            bytes.AddRange([.. Once(0, Global("lerobot.async_inference.helpers", "TimedAction")), (byte)')', 0x81, (byte)'}', (byte)'(']);
            bytes.AddRange([.. Once(1, Text("timestamp")), (byte)'G', .. BigEndian(timestampS + (i * periodS)), .. Once(2, Text("timestep")), (byte)'J', .. Int32((int)timestep + i)]);
            bytes.AddRange([.. Once(3, Text("action")), .. Once(4, Global("torch._utils", "_rebuild_tensor_v2")), (byte)'(', .. Once(5, Global("torch.storage", "_load_from_bytes"))]);
            bytes.AddRange([(byte)'B', .. Int32(stream.Length), .. stream, 0x85, (byte)'R']);
            bytes.AddRange([(byte)'J', .. Int32(i * rows[0].Length), (byte)'J', .. Int32(rows[0].Length), 0x85, (byte)'K', 1, 0x85, 0x89]);
            bytes.AddRange([.. Once(6, Global("collections", "OrderedDict")), (byte)')', (byte)'R', (byte)'t', (byte)'R', (byte)'u', (byte)'b']);
        }

        return [.. bytes, (byte)'e', (byte)'.'];
    }

    /// <summary>Row i as a client reads it: out of the i-th copy.</summary>
    public static float[] Row(byte[] pickle, int row, int rows, int columns)
    {
        int at = -1;
        byte[] end = [0x80, 2, (byte)']', (byte)'('];
        for (int copy = 0; copy <= row; copy++)
        {
            at += 1 + pickle.AsSpan(at + 1).IndexOf(end);
        }

        int numbers = at + end.Length + 6 + 2 + sizeof(long);
        return BinaryPrimitives.ReadInt64LittleEndian(pickle.AsSpan(numbers - sizeof(long))) != rows * columns ? [] : [.. Enumerable.Range(row * columns, columns).Select(i => BinaryPrimitives.ReadSingleLittleEndian(pickle.AsSpan(numbers + (i * sizeof(float)))))];
    }

    private static byte[] Stream(float[] values)
    {
        byte[] numbers = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(numbers.AsSpan(i * sizeof(float)), values[i]);
        }

        return
        [
            0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, (byte)'.',
            0x80, 2, (byte)'M', 0xe9, 3, (byte)'.',
            0x80, 2, (byte)'}', (byte)'(', .. Word("protocol_version"), (byte)'M', 0xe9, 3, .. Word("little_endian"), 0x88, (byte)'u', (byte)'.',
            0x80, 2, (byte)'(', .. Word("storage"), .. Encoding.ASCII.GetBytes("ctorch\nFloatStorage\n"), .. Word("1"), .. Word("cpu"), (byte)'J', .. Int32(values.Length), (byte)'N', (byte)'t', (byte)'Q', (byte)'.',
            0x80, 2, (byte)']', (byte)'(', .. Word("1"), (byte)'e', (byte)'.',
            .. BitConverter.GetBytes((long)values.Length), .. numbers,
        ];
    }

    private static byte[] Text(string text) => [0x8c, (byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Word(string text) => [(byte)'X', .. Int32(text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Global(string module, string name) => [.. Text(module), .. Text(name), 0x93];

    private static byte[] Int32(int value) => BitConverter.GetBytes(value);

    private static byte[] BigEndian(double value)
    {
        byte[] bytes = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return bytes;
    }
}
