namespace Interlock.Cli.Output;

/// <summary>
/// Names on the left, numbers aligned on the right. Where a terminal is too narrow, each row becomes its name and, below it, its
/// cells with their headings. A column without a cell is left out.
/// </summary>
internal sealed class TextTable(params string[] headings)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [headings];

    /// <summary>Adds a row with one cell for each heading.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(TextWriter output, int width)
    {
        int[] shown = [.. Enumerable.Range(0, headings.Length).Where(column => _rows.Skip(1).Any(row => row[column].Length > 0))];
        int[] widths = [.. shown.Select(column => _rows.Max(row => row[column].Length))];
        if (widths.Sum() + (Gap.Length * (widths.Length - 1)) > width)
        {
            WriteBlocks(output, width);
            return;
        }

        foreach (string[] row in _rows)
        {
            IEnumerable<string> cells = shown.Select((column, i) => i == 0 ? row[column].PadRight(widths[i]) : row[column].PadLeft(widths[i]));
            output.WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }

    private void WriteBlocks(TextWriter output, int width)
    {
        foreach (string[] row in _rows.Skip(1))
        {
            output.WriteLine(row[0]);
            IEnumerable<string> cells = row.Select((cell, column) => $"{headings[column]} {cell}").Skip(1).Where((_, index) => row[index + 1].Length > 0);
            WrappedText.Write(output, string.Join(", ", cells), width, indent: 2, hanging: 2);
        }
    }
}
