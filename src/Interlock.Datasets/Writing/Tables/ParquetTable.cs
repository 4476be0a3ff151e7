using Interlock.Datasets.Writing.Parquet;

namespace Interlock.Datasets.Writing.Tables;

/// <summary>Rows as a Parquet file; each call becomes row groups of its own.</summary>
internal sealed class ParquetTable(Stream stream) : ITable
{
    private readonly ParquetWriter _writer = new(stream);

    public static ITable Create(Stream stream) => new ParquetTable(stream);

    public void Add(IReadOnlyList<TableColumn> columns) => _writer.Add(columns);

    public void Finish() => _writer.Finish();

    public void Dispose() => stream.Dispose();
}
