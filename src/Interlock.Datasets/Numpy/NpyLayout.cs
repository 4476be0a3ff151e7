using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>An array seen as rows: (T,) and (T, D) are one stretch of rows, (E, T, D) is E stretches of T rows.</summary>
/// <param name="Episodes">E; null for one stretch.</param>
/// <param name="RowsPerEpisode">T.</param>
/// <param name="Columns">D.</param>
internal readonly record struct NpyLayout(long? Episodes, long RowsPerEpisode, int Columns)
{
    /// <summary>Episodes without a single step cost no bytes, so a file can claim any number of them.</summary>
    private const int MaximumEmptyEpisodes = 65_536;

    public long Rows => (Episodes ?? 1) * RowsPerEpisode;

    public static NpyLayout Of(NpyHeader header, SourcePlace place)
    {
        long[] shape = header.Shape;
        if (shape.Length is < 1 or > 3)
        {
            throw Unusable(shape, place);
        }

        long columns = shape.Length == 1 ? 1 : shape[^1];
        ChannelNames.RequireCount(columns, place);
        long? episodes = shape.Length == 3 ? shape[0] : null;
        long rows = shape[^(shape.Length == 1 ? 1 : 2)];
        if (episodes > int.MaxValue || (rows == 0 && episodes > MaximumEmptyEpisodes))
        {
            throw Unusable(shape, place);
        }

        return new NpyLayout(episodes, rows, (int)columns);
    }

    private static DiagnosticException Unusable(long[] shape, SourcePlace place) => new(
        FileCode.NpyShape,
        $"Shape ({string.Join(", ", shape)}) is neither steps (T,), steps × channels (T, D), nor episodes × steps × channels (E, T, D)",
        place,
        "reshape the array before saving it");
}
