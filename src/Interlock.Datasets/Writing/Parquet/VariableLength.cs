namespace Interlock.Datasets.Writing.Parquet;

/// <summary>Unsigned numbers of seven bits per byte, lowest first.</summary>
internal static class VariableLength
{
    public static void Write(List<byte> bytes, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
    }
}
