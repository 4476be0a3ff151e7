namespace Interlock.Datasets.Writing.Parquet;

/// <summary>Repetition and definition levels of a page: nothing is ever absent but the values of an empty list.</summary>
internal static class Levels
{
    private const int BitsPerByte = 8;

    /// <summary>Where lists begin: 0 at the first value of a row, 1 at the others. One bit each, in one bit-packed run, with its length in front.</summary>
    public static byte[] Repetition(int[] lengths)
    {
        int slots = lengths.Sum(length => Math.Max(1, length));
        byte[] packed = new byte[(slots + BitsPerByte - 1) / BitsPerByte];
        int slot = 0;
        foreach (int length in lengths)
        {
            for (int i = 0; i < Math.Max(1, length); i++, slot++)
            {
                packed[slot / BitsPerByte] |= (byte)((i == 0 ? 0 : 1) << (slot % BitsPerByte));
            }
        }

        List<byte> run = [];
        VariableLength.Write(run, ((ulong)packed.Length << 1) | 1);
        run.AddRange(packed);
        return WithLength(run);
    }

    /// <summary>The same level again and again: one run, with its length in front.</summary>
    public static byte[] Definition(int count, byte level)
    {
        List<byte> run = [];
        VariableLength.Write(run, (ulong)count << 1);
        run.Add(level);
        return WithLength(run);
    }

    private static byte[] WithLength(List<byte> run) => [.. BitConverter.GetBytes(run.Count), .. run];
}
