using System.Runtime.InteropServices;
using System.Text;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Tests.Parquet.Writing;

/// <summary>Writes the present values of a column.</summary>
internal static class ValueEncoder
{
    public static byte[] Plain(TestColumn column) => column.Type switch
    {
        PhysicalType.Boolean => LevelEncoder.Pack(Array.ConvertAll(column.Numbers, value => (ulong)value), 1),
        PhysicalType.Int32 => Bytes(Array.ConvertAll(column.Numbers, value => (int)(long)value)),
        PhysicalType.Int64 => Bytes(Array.ConvertAll(column.Numbers, value => (long)value)),
        PhysicalType.Float => Bytes(Array.ConvertAll(column.Numbers, value => (float)value)),
        PhysicalType.Double => Bytes(column.Numbers),
        PhysicalType.ByteArray => [.. column.Texts.SelectMany(text => Prefixed(Encoding.UTF8.GetBytes(text)))],
        PhysicalType.FixedLengthByteArray => [.. column.Texts.SelectMany(Encoding.UTF8.GetBytes)],
        _ => throw new ArgumentException($"{column.Type} is not written"),
    };

    public static byte[] Delta(TestColumn column) => DeltaEncoder.Encode(Array.ConvertAll(column.Numbers, value => (long)value));

    public static byte[] RleBooleans(TestColumn column) =>
        Prefixed(LevelEncoder.Encode(Array.ConvertAll(column.Numbers, value => (int)value), 1));

    /// <summary>Indices of the values in <paramref name="dictionary"/>, which receives new ones.</summary>
    public static byte[] Indices(TestColumn column, TestDictionary dictionary)
    {
        int[] indices = dictionary.IndicesOf(column);
        int width = LevelEncoder.WidthOf(Math.Max(0, dictionary.Count - 1));
        return [(byte)width, .. LevelEncoder.Encode(indices, width)];
    }

    public static byte[] Prefixed(byte[] bytes) => [.. BitConverter.GetBytes(bytes.Length), .. bytes];

    private static byte[] Bytes<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
}
