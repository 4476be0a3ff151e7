namespace Interlock.Cli.Verbs.Contract;

/// <summary>Rows of text with each column as wide as its widest cell; columns that say nothing below their head are left out.</summary>
internal static class AlignedColumns
{
    private const string Gap = "  ";

    public static void Write(TextWriter output, IReadOnlyList<string[]> rows)
    {
        int[] columns = [.. Enumerable.Range(0, rows[0].Length).Where(column => rows.Skip(1).Any(row => row[column] is not ("" or "–")))];
        int[] widths = [.. columns.Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            IEnumerable<string> cells = columns.Select((column, i) => row[column].PadRight(widths[i]));
            output.WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }
}
