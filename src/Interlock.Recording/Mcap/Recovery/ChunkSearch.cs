using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Recovery;

/// <summary>Looks byte by byte for the head of a chunk whose lengths agree.</summary>
internal static class ChunkSearch
{
    private const int BlockBytes = 1 << 16;

    /// <summary>Offset of the next such chunk; the length of the file when there is none.</summary>
    public static long From(ByteSource source, long start)
    {
        byte[] block = new byte[BlockBytes + ChunkCandidate.HeadBytes];
        for (long offset = start; offset < source.Length; offset += BlockBytes)
        {
            Span<byte> part = block.AsSpan(0, (int)Math.Min(block.Length, source.Length - offset));
            source.Read(offset, part);
            if (In(part, offset, source) is { } found)
            {
                return found;
            }
        }

        return source.Length;
    }

    private static long? In(ReadOnlySpan<byte> part, long offset, ByteSource source)
    {
        for (int i = 0; i + ChunkCandidate.HeadBytes <= part.Length; i++)
        {
            int step = part[i..].IndexOf((byte)Opcode.Chunk);
            if (step < 0)
            {
                return null;
            }

            i += step;
            if (ChunkCandidate.At(part[i..], offset + i) is { } candidate && IsReal(candidate, source))
            {
                return candidate.Offset;
            }
        }

        return null;
    }

    // Three equal lengths of 64 bits do not come by chance; empty chunks are of no use.
    private static bool IsReal(ChunkCandidate candidate, ByteSource source) =>
        candidate.IsConsistent && candidate.LengthByField > 0 && candidate.LengthByField <= (ulong)source.Limits.LargestRecordBytes;
}
