using Interlock.Core.Text;

namespace Interlock.ExecSpec.Files.Reading;

/// <summary>One statistic as the file has it: a list of D numbers, or a list of T lists of D numbers.</summary>
/// <param name="Values">Row-major T×D.</param>
/// <param name="Rows">T; 1 for a flat list.</param>
/// <param name="Width">D.</param>
internal sealed record NumberTable(IReadOnlyList<double> Values, int Rows, int Width)
{
    private const string Needed = "a number, or \"NaN\", \"Infinity\", \"-Infinity\"";

    /// <summary>Null, with a report, when the list is neither.</summary>
    public static NumberTable? Read(string path, JsonList list, ReadingReport report)
    {
        bool isNested = list.Items.Count > 0 && list.Items[0] is JsonList;
        IReadOnlyList<JsonValue> rows = isNested ? list.Items : [list];
        List<double> values = [];
        int? width = null;
        for (int row = 0; row < rows.Count; row++)
        {
            int start = values.Count;
            string rowPath = isNested ? $"{path}[{row}]" : path;
            if (!TakeRow(rowPath, rows[row], values, report))
            {
                return null;
            }

            width ??= values.Count - start;
            if (values.Count - start != width)
            {
                report.Error("EX111", rowPath, rows[row].Line, $"{values.Count - start} numbers where the first row has {width}");
                return null;
            }
        }

        return new NumberTable(values, rows.Count, width ?? 0);
    }

    private static bool TakeRow(string path, JsonValue row, List<double> values, ReadingReport report)
    {
        if (row is not JsonList list)
        {
            report.Error("EX106", path, row.Line, $"{row.Kind} stands where a list of numbers is needed", "every row is a list");
            return false;
        }

        for (int i = 0; i < list.Items.Count; i++)
        {
            JsonValue item = list.Items[i];
            if (NumberOf(item) is not { } value)
            {
                string shown = item is JsonText text ? Quoted.Of(text.Value) : item.Kind;
                report.Error("EX106", $"{path}[{i}]", item.Line, $"{shown} stands where {Needed} is needed");
                return false;
            }

            values.Add(value);
        }

        return true;
    }

    /// <summary>A number that is too large for a double is a mistake of writing; an infinity that was meant has its name.</summary>
    private static double? NumberOf(JsonValue item) => item switch
    {
        JsonDecimal number => double.IsFinite(number.Value) ? number.Value : null,
        JsonText { Value: "NaN" } => double.NaN,
        JsonText { Value: "Infinity" } => double.PositiveInfinity,
        JsonText { Value: "-Infinity" } => double.NegativeInfinity,
        _ => null,
    };
}
