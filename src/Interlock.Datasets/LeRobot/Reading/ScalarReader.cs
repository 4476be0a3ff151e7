using Interlock.Datasets.Parquet;
using Interlock.Datasets.Parquet.Columns;

namespace Interlock.Datasets.LeRobot.Reading;

/// <summary>A scalar column of which only the first and last value of an episode count.</summary>
internal sealed class ScalarReader(ParquetFile file, ParquetColumn column) : IDisposable
{
    private const int BatchLength = 4096;

    private readonly ColumnReader<double> _reader = file.Numbers(column);
    private readonly double[] _batch = new double[BatchLength];

    /// <summary>The column of numbers without lists; null when the file has none of that name.</summary>
    public static ParquetColumn? Find(ParquetFile file, string name) =>
        file.Find(name) is { IsNumber: true, MaxRepetition: 0 } column ? column : null;

    public static ScalarReader? OpenOrNull(ParquetFile file, string name) =>
        Find(file, name) is { } column ? new ScalarReader(file, column) : null;

    public (double First, double Last) Read(int rows)
    {
        double? first = null;
        double last = double.NaN;
        while (rows > 0)
        {
            Span<double> batch = _batch.AsSpan(0, Math.Min(rows, BatchLength));
            _reader.ReadRows(batch, width: 1);
            first ??= batch[0];
            last = batch[^1];
            rows -= batch.Length;
        }

        return (first ?? double.NaN, last);
    }

    public void ExpectEnd() => _reader.ExpectEnd();

    public void Dispose() => _reader.Dispose();
}
