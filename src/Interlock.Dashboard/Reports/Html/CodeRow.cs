using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>How often a code came up, and where its page is.</summary>
internal static class CodeRow
{
    public static IReadOnlyList<Cell> Of(CodeCountFacts count) => [count.Code, count.Kind.Replace('_', ' '), count.Channel ?? "", Cell.Number(Numbers.Whole(count.Count)), CodePage.Title(count.Code) ?? "", CodePage.Of(count.Code) ?? ""];
}
