using System.Text;
using Interlock.Datasets.TfRecord;

namespace Interlock.Datasets.Tests.TfRecord;

/// <summary>Writes TFRecord files of tf.train.Example.</summary>
internal static class RecordBytes
{
    public static byte[] File(params byte[][] records) => [.. records.SelectMany(Frame)];

    public static byte[] Example(params (string Name, byte[] Feature)[] features)
    {
        IEnumerable<byte> map = features.SelectMany(
            item => Field(1, [.. Field(1, Encoding.UTF8.GetBytes(item.Name)), .. Field(2, item.Feature)]));
        return Field(1, [.. map]);
    }

    public static byte[] Floats(params float[] values) => Field(2, Field(1, [.. values.SelectMany(BitConverter.GetBytes)]));

    public static byte[] UnpackedFloats(params float[] values) =>
        Field(2, [.. values.SelectMany(value => (byte[])[(1 << 3) | 5, .. BitConverter.GetBytes(value)])]);

    public static byte[] Integers(params long[] values) => Field(3, Field(1, [.. values.SelectMany(value => Varint((ulong)value))]));

    public static byte[] Texts(params string[] values) =>
        Field(1, [.. values.SelectMany(value => Field(1, Encoding.UTF8.GetBytes(value)))]);

    private static byte[] Field(int number, byte[] content) => [(byte)((number << 3) | 2), .. Varint((ulong)content.Length), .. content];

    private static byte[] Frame(byte[] record)
    {
        byte[] length = BitConverter.GetBytes((ulong)record.Length);
        return [.. length, .. Checksum(length), .. record, .. Checksum(record)];
    }

    private static byte[] Checksum(byte[] bytes) => BitConverter.GetBytes(MaskedCrc32C.Of(bytes));

    private static byte[] Varint(ulong value)
    {
        List<byte> bytes = [];
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        return [.. bytes, (byte)value];
    }
}
