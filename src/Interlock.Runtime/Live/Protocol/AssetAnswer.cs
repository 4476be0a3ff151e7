using System.Buffers.Binary;
using System.Text;

namespace Interlock.Runtime.Live.Protocol;

/// <summary>The answer to a request for a file: opcode, request, status, length of the error, error, bytes.</summary>
internal static class AssetAnswer
{
    private const byte Opcode = 4;
    private const int HeadBytes = 1 + sizeof(uint) + 1 + sizeof(uint);

    public static byte[] Found(uint request, ReadOnlySpan<byte> data) => Make(request, 0, "", data);

    public static byte[] Missing(uint request, string why) => Make(request, 1, why, []);

    private static byte[] Make(uint request, byte status, string error, ReadOnlySpan<byte> data)
    {
        byte[] words = Encoding.UTF8.GetBytes(error);
        byte[] bytes = new byte[HeadBytes + words.Length + data.Length];
        bytes[0] = Opcode;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), request);
        bytes[5] = status;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(6), (uint)words.Length);
        words.CopyTo(bytes, HeadBytes);
        data.CopyTo(bytes.AsSpan(HeadBytes + words.Length));
        return bytes;
    }
}
