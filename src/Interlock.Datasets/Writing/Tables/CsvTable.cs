using System.Globalization;
using System.Text;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Writing.Tables;

/// <summary>
/// Comma-separated text in UTF-8 with a header. Numbers are the shortest that read back to the same bits; a line break in a text
/// becomes a space, so that a row is a line.
/// </summary>
internal sealed class CsvTable(Stream stream) : ITable
{
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    private bool _hasHeader;

    public static ITable Create(Stream stream) => new CsvTable(stream);

    public void Add(IReadOnlyList<TableColumn> columns)
    {
        if (!_hasHeader)
        {
            _writer.WriteLine(string.Join(',', columns.Select(column => Quoted(column.Name))));
            _hasHeader = true;
        }

        for (int row = 0; row < columns[0].RowCount; row++)
        {
            for (int i = 0; i < columns.Count; i++)
            {
                _writer.Write(i == 0 ? "" : ",");
                _writer.Write(Cell(columns[i], row));
            }

            _writer.WriteLine();
        }
    }

    public void Finish() => _writer.Flush();

    public void Dispose() => _writer.Dispose();

    private static string Cell(TableColumn column, int row) => column.Type switch
    {
        PhysicalType.ByteArray => Quoted(column.Texts[row].ReplaceLineEndings(" ")),
        PhysicalType.Boolean => column.Numbers[row] == 0 ? "false" : "true",
        _ => column.Numbers[row].ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
