using System.Buffers.Binary;
using System.Text;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.Pickle;

/// <summary>Arrays and tensors as numpy and torch pickle them.</summary>
internal static class PickleArrays
{
    private const string StorageKey = "0";

    public static void Write(this PickleWriter writer, in NumpyArray array)
    {
        string dtype = array.Dtype.ToString();
        writer.Global("numpy._core.multiarray", "_reconstruct");
        writer.Global("numpy", "ndarray");
        writer.Integer(0);
        writer.Op(PickleOpcode.Tuple1);
        writer.Bytes("b"u8);
        writer.Op(PickleOpcode.Tuple3);
        writer.Op(PickleOpcode.Reduce);
        writer.Op(PickleOpcode.Mark);
        writer.Integer(1);
        writer.Shape(array.Shape);
        WriteDtype(writer, dtype[1..], dtype[..1]);
        writer.Boolean(false);
        writer.Bytes(array.Data.Span);
        writer.Op(PickleOpcode.Tuple);
        writer.Op(PickleOpcode.Build);
    }

    /// <summary>One action as a float32 tensor [D] with a storage of its own.</summary>
    public static void WriteTensor(this PickleWriter writer, ReadOnlySpan<double> values)
    {
        writer.Global("torch._utils", "_rebuild_tensor_v2");
        writer.Op(PickleOpcode.Mark);
        writer.Global("torch.storage", "_load_from_bytes");
        writer.Bytes(Stream(values));
        writer.Op(PickleOpcode.Tuple1);
        writer.Op(PickleOpcode.Reduce);
        writer.Integer(0);
        writer.Integer(values.Length);
        writer.Op(PickleOpcode.Tuple1);
        writer.Integer(1);
        writer.Op(PickleOpcode.Tuple1);
        writer.Boolean(false);
        writer.Global("collections", "OrderedDict");
        writer.Op(PickleOpcode.EmptyTuple);
        writer.Op(PickleOpcode.Reduce);
        writer.Op(PickleOpcode.Tuple);
        writer.Op(PickleOpcode.Reduce);
    }

    private static void WriteDtype(PickleWriter writer, string code, string order)
    {
        const int StateVersion = 3;
        writer.Global("numpy", "dtype");
        writer.Text(code);
        writer.Boolean(false);
        writer.Boolean(true);
        writer.Op(PickleOpcode.Tuple3);
        writer.Op(PickleOpcode.Reduce);
        writer.Op(PickleOpcode.Mark);
        writer.Integer(StateVersion);
        writer.Text(order);
        writer.Op(PickleOpcode.None);
        writer.Op(PickleOpcode.None);
        writer.Op(PickleOpcode.None);
        writer.Integer(-1);
        writer.Integer(-1);
        writer.Integer(0);
        writer.Op(PickleOpcode.Tuple);
        writer.Op(PickleOpcode.Build);
    }

    private static ReadOnlySpan<byte> Stream(ReadOnlySpan<double> values)
    {
        WireBuffer stream = new();
        stream.Add([0x80, 2, (byte)PickleOpcode.Long1, (byte)TorchStream.Magic.Length]);
        stream.Add(TorchStream.Magic);
        stream.Add((byte)PickleOpcode.Stop);
        stream.Add([0x80, 2, (byte)PickleOpcode.BinInt2, 0xe9, 0x03, (byte)'.']);
        WriteSystem(stream);
        WriteStorage(stream, values.Length);
        BinaryPrimitives.WriteInt64LittleEndian(stream.Take(sizeof(long)), values.Length);
        foreach (double value in values)
        {
            BinaryPrimitives.WriteSingleLittleEndian(stream.Take(sizeof(float)), (float)value);
        }

        return stream.Written.Span;
    }

    private static void WriteSystem(WireBuffer stream)
    {
        stream.Add([0x80, 2, (byte)PickleOpcode.EmptyDict, (byte)PickleOpcode.Mark]);
        WriteText(stream, "protocol_version");
        stream.Add([(byte)PickleOpcode.BinInt2, 0xe9, 0x03]);
        WriteText(stream, "little_endian");
        stream.Add((byte)PickleOpcode.NewTrue);
        WriteText(stream, "type_sizes");
        stream.Add([(byte)PickleOpcode.EmptyDict, (byte)PickleOpcode.Mark]);
        foreach ((string name, byte bytes) in new[] { ("short", (byte)2), ("int", (byte)4), ("long", (byte)4) })
        {
            WriteText(stream, name);
            stream.Add([(byte)PickleOpcode.BinInt1, bytes]);
        }

        stream.Add("uu."u8);
    }

    private static void WriteStorage(WireBuffer stream, int count)
    {
        stream.Add([0x80, 2, (byte)PickleOpcode.Mark]);
        WriteText(stream, "storage");
        stream.Add("ctorch\nFloatStorage\n"u8);
        WriteText(stream, StorageKey);
        WriteText(stream, "cpu");
        new PickleWriter(stream).Integer(count);
        stream.Add("NtQ."u8);
        stream.Add([0x80, 2, (byte)PickleOpcode.EmptyList]);
        WriteText(stream, StorageKey);
        stream.Add("a."u8);
    }

    // Protocol 2 has no short form of text.
    private static void WriteText(WireBuffer stream, string text)
    {
        stream.Add((byte)PickleOpcode.BinUnicode);
        BinaryPrimitives.WriteInt32LittleEndian(stream.Take(sizeof(int)), text.Length);
        Encoding.ASCII.GetBytes(text, stream.Take(text.Length));
    }
}
