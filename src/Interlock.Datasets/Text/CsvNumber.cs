using System.Globalization;
using System.Text;

namespace Interlock.Datasets.Text;

/// <summary>Numbers as numpy, pandas, spreadsheets and C print them. An empty cell is pandas' NaN.</summary>
internal static class CsvNumber
{
    private static readonly Dictionary<string, double> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = double.NaN,
        ["nan"] = double.NaN,
        ["+nan"] = double.NaN,
        ["-nan"] = double.NaN,
        ["nan(ind)"] = double.NaN,
        ["-nan(ind)"] = double.NaN,
        ["1.#qnan"] = double.NaN,
        ["-1.#ind"] = double.NaN,
        ["na"] = double.NaN,
        ["n/a"] = double.NaN,
        ["null"] = double.NaN,
        ["none"] = double.NaN,
        ["inf"] = double.PositiveInfinity,
        ["+inf"] = double.PositiveInfinity,
        ["-inf"] = double.NegativeInfinity,
        ["infinity"] = double.PositiveInfinity,
        ["+infinity"] = double.PositiveInfinity,
        ["-infinity"] = double.NegativeInfinity,
        ["1.#inf"] = double.PositiveInfinity,
        ["-1.#inf"] = double.NegativeInfinity,
        ["true"] = 1,
        ["false"] = 0,
    };

    private const int LongestWord = 12;

    public static bool TryParse(ReadOnlySpan<byte> cell, out double value)
    {
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        return cell.Length <= LongestWord && Words.TryGetValue(Encoding.UTF8.GetString(cell), out value);
    }
}
