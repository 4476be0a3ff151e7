using System.Buffers.Binary;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Policies.Wire.JsonNumpy;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.Lerobot;

/// <summary>Safetensors in memory: little-endian u64 length, JSON header, numbers. Tensors are slices of the payload.</summary>
internal static class SafetensorsBytes
{
    private const string Format = "safetensors";
    private const int LengthBytes = sizeof(ulong);

    private static readonly Dictionary<string, NumpyDtype> Dtypes = new()
    {
        ["F64"] = NumpyDtype.Float64,
        ["F32"] = NumpyDtype.Float32,
        ["F16"] = new(NumpyKind.Real, 2),
        ["I64"] = new(NumpyKind.Signed, 8),
        ["I32"] = new(NumpyKind.Signed, 4),
        ["I16"] = new(NumpyKind.Signed, 2),
        ["I8"] = new(NumpyKind.Signed, 1),
        ["U64"] = new(NumpyKind.Unsigned, 8),
        ["U32"] = new(NumpyKind.Unsigned, 4),
        ["U16"] = new(NumpyKind.Unsigned, 2),
        ["U8"] = NumpyDtype.UInt8,
        ["BOOL"] = new(NumpyKind.Boolean, 1),
    };

    public static IReadOnlyDictionary<string, NumpyArray> Read(ReadOnlyMemory<byte> payload)
    {
        int headerBytes = HeaderBytes(payload.Span);
        ReadOnlyMemory<byte> data = payload[(LengthBytes + headerBytes)..];
        WireValue.Map header = JsonNumpyDecoder.Decode(payload.Span.Slice(LengthBytes, headerBytes)) as WireValue.Map
            ?? throw Malformed("(header)", "the header is not a JSON object");
        OrderedDictionary<string, NumpyArray> tensors = [];
        foreach ((string name, WireValue entry) in header.Entries.Where(entry => entry.Key != "__metadata__"))
        {
            tensors.Add(name, Tensor(name, entry as WireValue.Map ?? throw Malformed(name, "the entry is not an object"), data));
        }

        return tensors;
    }

    public static void Write(IReadOnlyList<KeyValuePair<string, NumpyArray>> tensors, WireBuffer buffer)
    {
        const int Alignment = 8;
        buffer.Take(LengthBytes);
        int begin = buffer.Length;
        JsonNumpyEncoder.Encode(Header(tensors), buffer);
        while ((buffer.Length - begin) % Alignment != 0)
        {
            buffer.Add((byte)' ');
        }

        BinaryPrimitives.WriteUInt64LittleEndian(buffer.At(begin - LengthBytes, LengthBytes), (ulong)(buffer.Length - begin));
        foreach ((_, NumpyArray array) in tensors)
        {
            buffer.Add(array.Data.Span);
        }
    }

    private static int HeaderBytes(ReadOnlySpan<byte> payload) =>
        payload.Length >= LengthBytes
        && BinaryPrimitives.ReadUInt64LittleEndian(payload) is var length
        && length <= (ulong)(payload.Length - LengthBytes)
            ? (int)length
            : throw Malformed("(header)", "the header is longer than the payload");

    private static WireValue.Map Header(IReadOnlyList<KeyValuePair<string, NumpyArray>> tensors)
    {
        OrderedDictionary<string, WireValue> header = [];
        long offset = 0;
        foreach ((string name, NumpyArray array) in tensors)
        {
            string dtype = Dtypes.FirstOrDefault(pair => pair.Value == array.Dtype).Key
                ?? throw new ArgumentException($"Safetensors has no dtype {array.Dtype}.", nameof(tensors));
            header.Add(name, new WireValue.Map(new OrderedDictionary<string, WireValue>
            {
                ["dtype"] = new WireValue.Text(dtype),
                ["shape"] = new WireValue.List([.. Enumerable.Range(0, array.Shape.Rank).Select(i => new WireValue.Integer(array.Shape[i]))]),
                ["data_offsets"] = new WireValue.List([new WireValue.Integer(offset), new WireValue.Integer(offset + array.Data.Length)]),
            }));
            offset += array.Data.Length;
        }

        return new WireValue.Map(header);
    }

    private static NumpyArray Tensor(string name, WireValue.Map entry, ReadOnlyMemory<byte> data)
    {
        WireFields fields = new(Format, entry);
        if (!Dtypes.TryGetValue(fields.Text("dtype"), out NumpyDtype dtype))
        {
            throw WireError.In(WireCodes.Dtype, Format, name, $"the dtype {Quoted.Of(fields.Text("dtype"))} is not carried");
        }

        bool fits = fields.List("data_offsets").Items is [WireValue.Integer first, WireValue.Integer last]
            && first.Value >= 0 && first.Value <= last.Value && last.Value <= data.Length;
        if (!fits)
        {
            throw Malformed(name, "the offsets lie outside the payload");
        }

        int begin = (int)((WireValue.Integer)fields.List("data_offsets").Items[0]).Value;
        int end = (int)((WireValue.Integer)fields.List("data_offsets").Items[1]).Value;
        return NumpyArray.Checked(dtype, ShapeOf.List(fields.List("shape"), Format, begin), data[begin..end], Format, begin);
    }

    private static DiagnosticException Malformed(string key, string message) => WireError.In(WireCodes.Safetensors, Format, key, message);
}
