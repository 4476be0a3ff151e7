using Interlock.Runtime.Campaign;
using Interlock.Runtime.Campaign.Report;
using Xunit;
using Xunit.Abstractions;

namespace Interlock.Runtime.Tests.Campaign;

public sealed class FaultCampaignTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_fault_meets_its_expectation()
    {
        CampaignResult result = FaultCampaign.Run(new CampaignOptions());
        foreach (FaultRow row in result.Rows)
        {
            output.WriteLine($"{row.Fault,-16} {row.Reaction,-14} {row.Periods,3} {row.DetectableAfterMs,6} {string.Join(" ", row.Codes),-30} {row.Ending,-16} {row.Commands} {row.LargestViolation}");
            foreach (string s in row.Shortfalls)
            {
                output.WriteLine("      " + s);
            }
        }

        Assert.Empty(result.Rows.SelectMany(row => row.Shortfalls.Select(text => $"{row.Fault}: {text}")));
    }
}
