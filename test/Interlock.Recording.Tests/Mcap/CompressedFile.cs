using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Tests.Mcap;

/// <summary>A finished file whose only chunk names a compression, made record by record.</summary>
internal static class CompressedFile
{
    public static byte[] Zstd()
    {
        RecordBuffer file = new(256);
        file.Raw(McapFormat.Magic);
        RecordEncoder.Write(file, new Recording.Mcap.Records.McapHeader("", "test"));
        int chunk = file.Begin(Opcode.Chunk);
        file.Raw(stackalloc byte[28]);
        file.Text("zstd");
        file.UInt64(4);
        file.UInt32(0x12345678);
        file.End(chunk);
        RecordEncoder.Write(file, new Recording.Mcap.Records.DataEnd(0));
        RecordEncoder.WriteFooter(file, 0, 0, 0);
        file.Raw(McapFormat.Magic);
        return file.Written.ToArray();
    }
}
