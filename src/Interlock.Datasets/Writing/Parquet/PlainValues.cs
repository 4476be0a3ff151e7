using System.Runtime.InteropServices;
using System.Text;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Writing.Tables;

namespace Interlock.Datasets.Writing.Parquet;

/// <summary>Values of a column in the encoding PLAIN.</summary>
internal static class PlainValues
{
    private const int BitsPerByte = 8;

    public static byte[] Of(TableColumn column) => column.Type switch
    {
        PhysicalType.Boolean => Bits(column.Numbers),
        PhysicalType.Int64 => Bytes(Array.ConvertAll(column.Numbers, value => (long)value)),
        PhysicalType.Float => Bytes(Array.ConvertAll(column.Numbers, value => (float)value)),
        PhysicalType.Double => Bytes(column.Numbers),
        PhysicalType.ByteArray => Texts(column.Texts),
        _ => throw new ArgumentException($"{column.Type} is not written", nameof(column)),
    };

    private static byte[] Bits(double[] values)
    {
        byte[] packed = new byte[(values.Length + BitsPerByte - 1) / BitsPerByte];
        for (int i = 0; i < values.Length; i++)
        {
            packed[i / BitsPerByte] |= (byte)((values[i] == 0 ? 0 : 1) << (i % BitsPerByte));
        }

        return packed;
    }

    private static byte[] Texts(string[] values)
    {
        using MemoryStream bytes = new();
        foreach (string value in values)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(value);
            bytes.Write(BitConverter.GetBytes(utf8.Length));
            bytes.Write(utf8);
        }

        return bytes.ToArray();
    }

    // The format is little-endian, as is every platform that we run on.
    private static byte[] Bytes<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
}
