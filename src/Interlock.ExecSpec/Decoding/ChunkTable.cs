namespace Interlock.ExecSpec.Decoding;

/// <summary>
/// One coefficient for every element of a chunk, so that a chunk is mapped as one long vector: T×D numbers, or, where every position has
/// the same D, those D repeated.
/// </summary>
internal sealed class ChunkTable
{
    /// <summary>A multiple of every vector width, so that only the last run of a chunk has a remainder; few enough rows to stay in the first cache.</summary>
    private const int RepeatedRows = 16;

    private readonly double[] _values;

    private ChunkTable(double[] values) => _values = values;

    public static ChunkTable Of(LawTable table, Func<ChannelLaw, bool, double> coefficient)
    {
        double[] values = new double[table.Laws.Length * (table.Timesteps == 1 ? RepeatedRows : 1)];
        for (int i = 0; i < values.Length; i++)
        {
            int place = i % table.Laws.Length;
            values[i] = coefficient(table.Laws[place], table.Applied[place]);
        }

        return new ChunkTable(values);
    }

    /// <summary>How many of the remaining elements the table covers from a place on.</summary>
    public int RunAt(int place, int remaining) => Math.Min(remaining, _values.Length - place);

    public ReadOnlySpan<double> At(int place, int length) => _values.AsSpan(place, length);
}
