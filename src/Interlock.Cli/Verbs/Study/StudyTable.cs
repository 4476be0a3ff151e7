using Spectre.Console;

namespace Interlock.Cli.Verbs.Study;

/// <summary>The shape of a study's tables: a line under the header in characters that every log and mail shows.</summary>
internal static class StudyTable
{
    public static Table New() => new() { Border = TableBorder.Markdown, UseSafeBorder = true };
}
