using System.Globalization;
using Interlock.Core.Text;
using Interlock.Runtime.Campaign.Report;

namespace Interlock.Runtime.Tests.Campaign;

/// <summary>The table of the documentation.</summary>
internal static class CampaignMarkdown
{
    public static string Of(CampaignResult result)
    {
        IEnumerable<string> rows = result.Rows.Select(row =>
            $"| {row.Fault} | {Words(row.Reaction)} | {row.Periods?.ToString(CultureInfo.InvariantCulture) ?? "–"} | {string.Join(' ', row.Codes)} | {Words(row.Ending)} | {row.Commands} | {row.LargestViolation.ToString(CultureInfo.InvariantCulture)} |");
        return string.Join('\n', (string[])["| fault | reaction | periods | codes | ending | commands | largest violation |", "|---|---|---|---|---|---|---|", .. rows]) + "\n";
    }

    private static string Words<T>(T value)
        where T : struct, Enum => EnumWord.Of(value).Replace('_', ' ');
}
