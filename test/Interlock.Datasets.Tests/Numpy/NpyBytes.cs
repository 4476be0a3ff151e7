using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Interlock.Datasets.Tests.Numpy;

/// <summary>Writes npy and npz bytes the way numpy does.</summary>
internal static class NpyBytes
{
    public static byte[] Of(string descr, bool fortran, string shape, byte[] data, byte major = 1)
    {
        string dict = $"{{'descr': '{descr}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': {shape}, }}";
        return WithHeader(dict, data, major);
    }

    public static byte[] WithHeader(string dict, byte[] data, byte major = 1)
    {
        int lengthBytes = major == 1 ? 2 : 4;
        int unpadded = 8 + lengthBytes + dict.Length + 1;
        byte[] header = Encoding.Latin1.GetBytes(dict + new string(' ', (64 - (unpadded % 64)) % 64) + "\n");
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, header.Length);
        return [0x93, .. "NUMPY"u8, major, 0, .. length[..lengthBytes], .. header, .. data];
    }

    public static byte[] Float32(string shape, params float[] values) => Of("<f4", fortran: false, shape, Bytes(values));

    public static byte[] Int64(params long[] values) =>
        Of("<i8", fortran: false, $"({values.Length},)", [.. values.SelectMany(BitConverter.GetBytes)]);

    public static byte[] Float64(params double[] values) =>
        Of("<f8", fortran: false, $"({values.Length},)", [.. values.SelectMany(BitConverter.GetBytes)]);

    public static byte[] Bytes(float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    public static byte[] Npz(CompressionLevel level, params (string Name, byte[] Bytes)[] members)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in members)
            {
                using Stream member = archive.CreateEntry(name, level).Open();
                member.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
