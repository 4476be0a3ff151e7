using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Interlock.ExecSpec.Safetensors;

namespace Interlock.ExecSpec.Tests.Safetensors;

/// <summary>Writes safetensors files to the byte: the length of the header, the header padded with spaces to a multiple of eight, the data.</summary>
internal sealed class SafetensorsBytes
{
    private const int Alignment = 8;

    private readonly List<(string Name, string Dtype, long[] Shape, byte[] Data)> _tensors = [];
    private readonly Dictionary<string, string> _metadata = [];

    public static byte[] WithHeader(string header, params byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        return [.. length, .. json, .. data];
    }

    public SafetensorsBytes Metadata(string name, string text)
    {
        _metadata[name] = text;
        return this;
    }

    public SafetensorsBytes F32(string name, params double[] values) => Add(name, SafetensorDtype.F32, [values.Length], values);

    public SafetensorsBytes Add(string name, SafetensorDtype dtype, long[] shape, params double[] values) =>
        Raw(name, dtype.ToString(), shape, [.. values.SelectMany(value => Encode(dtype, value))]);

    public SafetensorsBytes Raw(string name, string dtype, long[] shape, byte[] data)
    {
        _tensors.Add((name, dtype, shape, data));
        return this;
    }

    public byte[] ToArray()
    {
        Dictionary<string, object> header = [];
        if (_metadata.Count > 0)
        {
            header["__metadata__"] = _metadata;
        }

        long offset = 0;
        foreach ((string name, string dtype, long[] shape, byte[] data) in _tensors)
        {
            header[name] = new Dictionary<string, object> { ["dtype"] = dtype, ["shape"] = shape, ["data_offsets"] = new[] { offset, offset + data.Length } };
            offset += data.Length;
        }

        string json = JsonSerializer.Serialize(header);
        int padded = (json.Length + Alignment - 1) / Alignment * Alignment;
        return WithHeader(json.PadRight(padded), [.. _tensors.SelectMany(tensor => tensor.Data)]);
    }

    private static byte[] Encode(SafetensorDtype dtype, double value) => dtype switch
    {
        SafetensorDtype.F64 => BitConverter.GetBytes(value),
        SafetensorDtype.F32 => BitConverter.GetBytes((float)value),
        SafetensorDtype.F16 => BitConverter.GetBytes((Half)value),
        SafetensorDtype.BF16 => BitConverter.GetBytes((float)value)[2..],
        SafetensorDtype.I64 => BitConverter.GetBytes((long)value),
        SafetensorDtype.I32 => BitConverter.GetBytes((int)value),
        SafetensorDtype.I16 => BitConverter.GetBytes((short)value),
        SafetensorDtype.I8 => [(byte)(sbyte)value],
        _ => [(byte)value],
    };
}
