using System.Globalization;
using System.Text.RegularExpressions;

namespace Interlock.Datasets.LeRobot.Claims;

/// <summary>Fills a Python format template such as <c>data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet</c>.</summary>
internal static partial class PathTemplate
{
    /// <summary>The path; null when the template has a field without a value.</summary>
    public static string? Fill(string template, IReadOnlyDictionary<string, long> values)
    {
        bool isComplete = true;
        string path = Field().Replace(template, match =>
        {
            if (!values.TryGetValue(match.Groups[1].Value, out long value))
            {
                isComplete = false;
                return "";
            }

            _ = int.TryParse(match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int digits);
            return value.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        });
        return isComplete ? path : null;
    }

    [GeneratedRegex(@"\{([a-z_]+)(?::0?(\d{1,2})d)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
