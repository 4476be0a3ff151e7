using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Contract;
using Interlock.Runtime.Configuration.Effective;

namespace Interlock.Cli.Verbs.Config;

/// <summary>Keys as text: one with everything known about it, many as a table of values and origins.</summary>
internal static class KeyText
{
    private const int LabelWidth = 9;

    public static void WriteOne(TextWriter output, EffectiveEntry entry, int width)
    {
        output.WriteLine(entry.Path);
        WrappedText.Write(output, entry.Doc, width, indent: 2, hanging: 2);
        Fact(output, "value", ValueOf(entry), width);
        Fact(output, "from", entry.Origin, width);
        Fact(output, "default", entry.Default ?? "none, the key is required", width);
        Fact(output, "range", entry.Range, width);
        Fact(output, "unit", entry.Unit, width);
    }

    /// <summary>On a terminal too narrow for the table each key has a line of its own and its value another.</summary>
    public static void WriteTable(TextWriter output, IReadOnlyList<EffectiveEntry> entries, string file, int width)
    {
        List<string[]> rows = [["key", "value", "from"], .. entries.Select(entry => new[] { entry.Path, ValueOf(entry), ShortOrigin(entry.Origin, file) })];
        int[] widths = [.. Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length))];
        if (widths.Sum() + 4 <= width)
        {
            AlignedColumns.Write(output, rows);
            return;
        }

        foreach (string[] row in rows.Skip(1))
        {
            WrappedText.Write(output, $"{row[0]}: {row[1]} ({row[2]})", width, hanging: 2);
        }
    }

    /// <summary>The file is what the user asked about; its line is enough.</summary>
    private static string ShortOrigin(string origin, string file) =>
        origin.StartsWith($"{file}:", StringComparison.Ordinal) ? $"line {origin[(file.Length + 1)..]}" : origin;

    private static string ValueOf(EffectiveEntry entry) => entry is { Unit: { } unit, Value: not null } ? $"{entry.Text} {unit}" : entry.Text;

    private static void Fact(TextWriter output, string label, string? text, int width)
    {
        if (text is not null)
        {
            WrappedText.Write(output, $"{label}: {text}", width, indent: 2, hanging: 2 + LabelWidth);
        }
    }
}
