namespace Interlock.Datasets.Writing.Tables;

/// <summary>A file of rows. Every call brings the same columns.</summary>
internal interface ITable : IDisposable
{
    void Add(IReadOnlyList<TableColumn> columns);

    /// <summary>Writes what closes the file.</summary>
    void Finish();
}
