namespace Interlock.Datasets.Tests.Parquet.Writing;

/// <summary>Writes DELTA_BINARY_PACKED with blocks of 128 values in 4 miniblocks.</summary>
internal static class DeltaEncoder
{
    private const int Block = 128;
    private const int Miniblocks = 4;
    private const int Miniblock = Block / Miniblocks;

    public static byte[] Encode(ReadOnlySpan<long> values)
    {
        MemoryStream bytes = new();
        LevelEncoder.WriteVarint(bytes, Block);
        LevelEncoder.WriteVarint(bytes, Miniblocks);
        LevelEncoder.WriteVarint(bytes, (ulong)values.Length);
        WriteZigZag(bytes, values.Length > 0 ? values[0] : 0);
        long[] deltas = new long[Math.Max(0, values.Length - 1)];
        for (int i = 0; i < deltas.Length; i++)
        {
            deltas[i] = values[i + 1] - values[i];
        }

        for (int start = 0; start < deltas.Length; start += Block)
        {
            WriteBlock(bytes, deltas.AsSpan(start, Math.Min(Block, deltas.Length - start)));
        }

        return bytes.ToArray();
    }

    private static void WriteBlock(MemoryStream bytes, ReadOnlySpan<long> deltas)
    {
        long smallest = deltas[0];
        foreach (long delta in deltas)
        {
            smallest = Math.Min(smallest, delta);
        }

        ulong[] above = new ulong[Block];
        for (int i = 0; i < deltas.Length; i++)
        {
            above[i] = (ulong)(deltas[i] - smallest);
        }

        WriteZigZag(bytes, smallest);
        byte[] widths = [.. above.Chunk(Miniblock).Select(part => (byte)(64 - (int)ulong.LeadingZeroCount(part.Max())))];
        bytes.Write(widths);
        for (int part = 0; part * Miniblock < deltas.Length; part++)
        {
            bytes.Write(LevelEncoder.Pack(above.AsSpan(part * Miniblock, Miniblock), widths[part]));
        }
    }

    private static void WriteZigZag(MemoryStream bytes, long value) =>
        LevelEncoder.WriteVarint(bytes, (ulong)((value << 1) ^ (value >> 63)));
}
