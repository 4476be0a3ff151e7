using Interlock.Core.Contract;
using Interlock.Core.Contract.Comparison;
using Interlock.Core.Units;

namespace Interlock.Core.Tests.Contract.Comparison;

public sealed class ContractDiffTests
{
    private static readonly SafetyContract Before = ExampleContract.Read();

    [Fact]
    public void A_contract_does_not_differ_from_itself() => Assert.Empty(ContractDiff.Between(Before, ExampleContract.Read()));

    [Fact]
    public void Random_contracts_do_not_differ_from_themselves()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            Assert.Empty(ContractDiff.Between(RandomContract.Of(seed), RandomContract.Of(seed)));
        }
    }

    [Fact]
    public void Exchanging_the_contracts_exchanges_looser_and_tighter()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            SafetyContract a = RandomContract.Of(seed);
            SafetyContract b = RandomContract.Of(seed + 1000) with { Channels = RandomContract.Of(seed).Channels, SpeedNorms = [], Workspace = null };
            int looser = ContractDiff.Between(a, b).Count(change => change.Direction == ChangeDirection.Looser);
            int tighter = ContractDiff.Between(b, a).Count(change => change.Direction == ChangeDirection.Tighter);
            Assert.Equal(looser, tighter);
        }
    }

    [Fact]
    public void Limits_are_compared_across_units_and_printed_in_their_own()
    {
        SafetyContract after = WithFirst(channel => channel with { Unit = ChannelUnit.Radian, Min = -110 * Math.PI / 180, Max = 1.5, MaxStep = 4 * Math.PI / 180 });
        IReadOnlyList<ContractChange> changes = ContractDiff.Between(Before, after);
        Assert.Equal(
            ["channels[shoulder_pan.pos].unit: deg → rad (different)", "channels[shoulder_pan.pos].max: 110 deg → 1.5 rad (tighter)"],
            changes.Select(change => change.ToString()));
    }

    [Fact]
    public void A_step_limit_equals_the_velocity_limit_it_amounts_to()
    {
        Assert.Empty(ContractDiff.Between(Before, WithFirst(channel => channel with { MaxStep = null, MaxVelocity = 120 })));
        ContractChange change = Assert.Single(ContractDiff.Between(Before, WithFirst(channel => channel with { MaxStep = null, MaxVelocity = 90 })));
        Assert.Equal(("120 deg/s", "90 deg/s", ChangeDirection.Tighter), (change.Before, change.After, change.Direction));
    }

    [Fact]
    public void A_limit_that_appears_is_tighter_and_one_that_goes_is_looser()
    {
        SafetyContract after = WithFirst(channel => channel with { Min = null, MaxAcceleration = 5 }) with { Force = null };
        IReadOnlyList<ContractChange> changes = ContractDiff.Between(Before, after);
        Assert.Contains(changes, change => change is { Key: "channels[shoulder_pan.pos].min", After: null, Direction: ChangeDirection.Looser });
        Assert.Contains(changes, change => change is { Key: "channels[shoulder_pan.pos].max_acceleration", Before: null, Direction: ChangeDirection.Tighter });
        Assert.Contains(changes, change => change is { Key: "force.max_force_n", Direction: ChangeDirection.Looser });
        Assert.Contains(changes, change => change is { Key: "force.on_exceed", Direction: ChangeDirection.Looser });
    }

    [Fact]
    public void Channels_are_matched_by_name_and_their_order_is_reported()
    {
        SafetyContract after = Before with { Channels = [.. Before.Channels.Reverse()] };
        Assert.Equal("channels (order)", Assert.Single(ContractDiff.Between(Before, after)).Key);
        SafetyContract fewer = Before with { Channels = [.. Before.Channels.Skip(1)] };
        Assert.Equal("channels[shoulder_pan.pos]: present → absent (different)", Assert.Single(ContractDiff.Between(Before, fewer)).ToString());
    }

    [Theory]
    [InlineData(GuardMode.Clip, GuardMode.Monitor, ChangeDirection.Looser)]
    [InlineData(GuardMode.Clip, GuardMode.Stop, ChangeDirection.Tighter)]
    [InlineData(GuardMode.Clip, GuardMode.Warn, ChangeDirection.Different)]
    public void Modes_are_ordered_by_what_they_let_through(GuardMode before, GuardMode after, ChangeDirection direction) =>
        Assert.Equal(direction, Assert.Single(ContractDiff.Between(Before with { Mode = before }, Before with { Mode = after })).Direction);

    [Fact]
    public void A_higher_rate_loosens_limits_that_count_per_step() =>
        Assert.Contains(ContractDiff.Between(Before, Before with { RateHz = 60 }), change => change is { Key: "rate_hz", Direction: ChangeDirection.Looser });

    private static SafetyContract WithFirst(Func<ChannelContract, ChannelContract> change) =>
        Before with { Channels = [change(Before.Channels[0]), .. Before.Channels.Skip(1)] };
}
