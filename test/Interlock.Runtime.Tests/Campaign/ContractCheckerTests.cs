using Interlock.Core.Contract;
using Interlock.Runtime.Campaign.Judging;
using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Tests.Campaign;

public sealed class ContractCheckerTests
{
    private static readonly SafetyContract Contract = CampaignContract.Make();

    [Fact]
    public void A_motion_at_its_limits_breaks_none()
    {
        ContractChecker checker = new(Contract);
        checker.Begin(new double[7]);
        checker.Observe([0.0015, 0, 0, 0, 0, 0, 0]);
        checker.Observe([0.0045, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(0, checker.LargestViolation);
    }

    [Theory]
    [InlineData(3, 0.0016)]
    [InlineData(3, -0.0016)]
    [InlineData(6, -0.0021)]
    [InlineData(0, double.NaN)]
    [InlineData(0, double.PositiveInfinity)]
    public void A_command_beyond_a_limit_is_seen(int channel, double value)
    {
        ContractChecker checker = new(Contract);
        checker.Begin(new double[7]);
        double[] command = new double[7];
        command[channel] = value;
        checker.Observe(command);
        Assert.True(checker.LargestViolation > 0);
    }

    [Fact]
    public void Joints_that_are_too_fast_together_are_seen()
    {
        ContractChecker alone = Cruising(0);
        ContractChecker together = Cruising(1);
        Assert.Equal(0, alone.LargestViolation);
        Assert.InRange(together.LargestViolation, 0.1, 0.2);
    }

    private static ContractChecker Cruising(double share)
    {
        const int SpeedUpTicks = 10;
        ContractChecker checker = new(Contract);
        checker.Begin(new double[7]);
        double position = 0;
        for (int tick = 1; tick <= SpeedUpTicks; tick++)
        {
            position += 0.015 * tick / SpeedUpTicks * 0.99;
            checker.Observe([position, share * position, 0, 0, 0, 0, 0]);
        }

        return checker;
    }
}
