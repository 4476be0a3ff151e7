using Interlock.Core.Contract;
using Interlock.Guard.Monitors;
using Interlock.Guard.Monitors.Profiles;

namespace Interlock.Guard.Tests.Monitors.Profiles;

public sealed class MonitorProfileTests
{
    public static TheoryData<PolicyProfile> All => [.. Enum.GetValues<PolicyProfile>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_family_trusts_the_reversal_rate_and_gives_a_reason_for_everything(PolicyProfile policy)
    {
        MonitorProfile profile = MonitorProfile.For(policy);
        Assert.Contains("reversal_rate", profile.Primary);
        Assert.All(profile.Advice, advice => Assert.False(string.IsNullOrWhiteSpace(advice.Reason)));
        Assert.Equal(profile.Advice.Count, profile.Advice.Select(advice => advice.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Advice_names_monitors_that_exist(PolicyProfile policy)
    {
        MonitorBank bank = new(Layouts.Joints(1), policy, null);
        Assert.All(bank.Profile.Advice, advice => Assert.True(bank.IndexOf(advice.Name) >= 0, advice.Name));
    }

    [Fact]
    public void The_table_of_the_paper_is_followed()
    {
        Assert.Equal(["reversal_rate", "jerk_rms"], MonitorProfile.For(PolicyProfile.DiscreteToken).Primary);
        Assert.Equal(["stall"], MonitorProfile.For(PolicyProfile.DiscreteToken).Muted);
        Assert.Equal(["jerk_rms", "velocity_violations", "spectral_energy_ratio"], MonitorProfile.For(PolicyProfile.Diffusion).Muted);
        Assert.Equal(["velocity_violations", "stall"], MonitorProfile.For(PolicyProfile.ActionChunk).Muted);
        Assert.Equal(MonitorRole.Recorded, MonitorProfile.For(PolicyProfile.ActionChunk).RoleOf("jerk_rms"));
    }

    [Fact]
    public void What_nobody_measured_for_flow_matching_is_called_an_analogy() =>
        Assert.All(MonitorProfile.For(PolicyProfile.FlowMatching).Advice, advice => Assert.Equal(MonitorEvidence.Analogy, advice.Evidence));
}
