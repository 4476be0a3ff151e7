using Interlock.Runtime.Campaign;
using Interlock.Runtime.Campaign.Report;

namespace Interlock.Runtime.Tests.Campaign;

public sealed class FaultCampaignTests(CampaignRun campaign) : IClassFixture<CampaignRun>
{
    private const string Runs = "INTERLOCK_CAMPAIGN_RUNS";

    private static readonly string[] Faults =
    [
        "none", "nan", "inf", "wrong length", "empty chunk", "chunk jump", "oscillation", "freeze", "drift", "late policy", "hung policy",
        "policy crash", "garbage bytes", "stale camera", "frozen state", "robot disconnect", "clock jump", "wall clock jump", "disk full",
        "recorder killed", "limits changed", "wrong key",
    ];

    [Fact]
    public void Every_fault_is_run() => Assert.Equal(Faults, campaign.Result.Rows.Select(row => row.Fault));

    [Fact]
    public void Every_run_is_as_expected()
    {
        CampaignResult result = int.TryParse(Environment.GetEnvironmentVariable(Runs), out int runs)
            ? FaultCampaign.Run(new CampaignOptions { Runs = runs, Seed = 2 })
            : campaign.Result;
        Assert.Empty(result.Rows.SelectMany(row => row.Shortfalls.Select(text => $"{row.Fault}, {text}")));
    }

    [Fact]
    public void A_reaction_comes_within_two_periods_of_detectability() =>
        Assert.All(campaign.Result.Rows.Skip(1), row => Assert.InRange(row.Periods!.Value, 0, FaultCampaign.ReactionBarPeriods));

    [Fact]
    public void No_command_that_reached_the_robot_broke_the_contract()
    {
        Assert.All(campaign.Result.Rows, row => Assert.Equal(0, row.LargestViolation));
        Assert.True(campaign.Result.Rows.Sum(row => row.Commands) > 30_000);
    }

    [Fact]
    public void Nothing_is_done_where_nothing_is_wrong() => Assert.Equal(CampaignReaction.None, campaign.Result.Rows[0].Reaction);

    [Fact]
    public void The_same_seed_gives_the_same_result()
    {
        CampaignOptions once = new() { Runs = 1, Seed = 5 };
        Assert.Equal(CampaignMarkdown.Of(FaultCampaign.Run(once)), CampaignMarkdown.Of(FaultCampaign.Run(once)));
    }

    [Fact]
    public void A_cancelled_campaign_ends() =>
        Assert.ThrowsAny<OperationCanceledException>(() => FaultCampaign.Run(new CampaignOptions(), new CancellationToken(canceled: true)));
}
