namespace Interlock.Datasets.Numpy;

/// <summary>Rearranges an array whose first index runs fastest into one whose last index does.</summary>
internal static class FortranOrder
{
    /// <summary>(T, D) or (E, T, D) elements of <paramref name="size"/> bytes.</summary>
    public static byte[] ToC(ReadOnlySpan<byte> source, ReadOnlySpan<long> shape, int size)
    {
        byte[] target = new byte[source.Length];
        long episodes = shape.Length == 3 ? shape[0] : 1;
        long rows = shape[^2];
        long columns = shape[^1];
        int at = 0;
        for (long episode = 0; episode < episodes && target.Length > 0; episode++)
        {
            for (long row = 0; row < rows; row++)
            {
                for (long column = 0; column < columns; column++, at += size)
                {
                    long from = (episode + (episodes * (row + (rows * column)))) * size;
                    source.Slice((int)from, size).CopyTo(target.AsSpan(at));
                }
            }
        }

        return target;
    }
}
