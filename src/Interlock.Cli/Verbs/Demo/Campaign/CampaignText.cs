using Interlock.Cli.Output;
using Interlock.Core.Text;
using Interlock.Runtime.Campaign;
using Interlock.Runtime.Campaign.Report;

namespace Interlock.Cli.Verbs.Demo.Campaign;

/// <summary>The fault campaign for people: one line a fault, so that all of it fits on a screen.</summary>
internal static class CampaignText
{
    private const int MostCodes = 3;

    public static void Write(TextWriter output, CampaignResult result, int width)
    {
        TextTable table = new("fault", "what the loop did", "periods", "codes", "then");
        foreach (FaultRow row in result.Rows)
        {
            table.Add(row.Fault, row.IsAsExpected ? Words(row.Reaction) : $"{Words(row.Reaction)} (!)", $"{row.Periods}", string.Join(' ', row.Codes.Take(MostCodes)), Then(row.Ending));
        }

        table.Write(output, width);
        WrappedText.Write(output, Summary(result), width);
    }

    /// <summary>What was not as expected; the last line is the one most useful sentence.</summary>
    public static void WriteShortfalls(TextWriter error, CampaignResult result, int width)
    {
        FaultRow[] wanting = [.. result.Rows.Where(row => !row.IsAsExpected)];
        foreach (FaultRow row in wanting)
        {
            WrappedText.Write(error, $"{row.Fault}: {string.Join("; ", row.Shortfalls)}", width);
        }

        WrappedText.Write(error, $"{wanting.Length} of {result.Rows.Count} rows are not as expected: {string.Join(", ", wanting.Select(row => row.Fault))}.", width);
    }

    private static string Summary(CampaignResult result)
    {
        long commands = result.Rows.Sum(row => row.Commands);
        double violation = result.Rows.Max(row => row.LargestViolation);
        string kept = violation > 0 ? $"one broke a limit by {violation:P2}" : "each inside the contract";
        return $"Worst of {result.Options.Runs} runs each; periods of {1000 / result.ControlRateHz:0} ms since the fault could be known, bar {FaultCampaign.ReactionBarPeriods}. {commands:N0} commands, {kept}.";
    }

    private static string Then(CampaignEnding ending) => ending switch
    {
        CampaignEnding.Continues => "goes on",
        CampaignEnding.Resumes => "resumes",
        CampaignEnding.AwaitsResume => "waits for resume",
        CampaignEnding.AwaitsAnswer => "asks a person",
        CampaignEnding.AwaitsReset => "waits for reset",
        _ => "new session",
    };

    private static string Words(CampaignReaction reaction) => EnumWord.Of(reaction).Replace('_', ' ');
}
