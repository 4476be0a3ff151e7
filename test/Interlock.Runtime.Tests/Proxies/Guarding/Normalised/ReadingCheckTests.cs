using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Guarding;

namespace Interlock.Runtime.Tests.Proxies.Guarding.Normalised;

public sealed class ReadingCheckTests
{
    private static readonly ExecutableSpec Degrees = NormalisedArm.Spec(NormalisedArm.Range());

    [Fact]
    public void Commands_that_were_said_to_be_normalised_are_refused_by_their_size()
    {
        using GuardedExchange exchange = NormalisedArm.Exchange(Degrees);
        exchange.Observe([0.1, 0.2, 0.5]);
        Diagnostic finding = Refused(() => Guard(exchange, [0.5, 11.4, 5.7, 0.5, 11.5, 5.8, 0.5, 0.1, 0.2]));
        Assert.Equal("RT232", finding.Code);
        Assert.Contains("2 of 3 rows", finding.Message, StringComparison.Ordinal);
        Assert.Contains("--replies commands", finding.Hint!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReplyNumbers.Normalised, 0.9)]
    [InlineData(ReplyNumbers.Commands, 0.3)]
    public void Numbers_of_any_size_are_refused_by_where_the_robot_is(ReplyNumbers said, double really)
    {
        using GuardedExchange exchange = Four(said);
        exchange.Observe([0.9, -0.9, 0.9, -0.9]);
        Assert.Equal("RT232", Refused(() => GuardFour(exchange, really)).Code);
        using GuardedExchange other = Four(said == ReplyNumbers.Commands ? ReplyNumbers.Normalised : ReplyNumbers.Commands);
        other.Observe([0.9, -0.9, 0.9, -0.9]);
        Assert.Equal(0, GuardFour(other, really).Changed);
    }

    [Fact]
    public void A_wild_policy_is_guarded_and_not_taken_for_a_mistake()
    {
        using GuardedExchange exchange = NormalisedArm.Exchange(Degrees);
        exchange.Observe([0.1, 0.2, 0.5]);
        Assert.Equal(3, Guard(exchange, [0.5, -1, 1, 0.5, 1, 1.6, 0.5, -0.9, 0.9]).Changed);
    }

    [Fact]
    public void Without_a_specification_nothing_is_judged()
    {
        ProxyOptions options = NormalisedArm.Options(Degrees, ReplyNumbers.Commands) with { Spec = null };
        using GuardedExchange exchange = new(options.Contract, options, null);
        exchange.Observe([0.1, 0.2, 0.5]);
        Assert.Equal(1, Guard(exchange, [11.4, 5.7, 0.5]).Changed);
    }

    // Four joints with a range of 6 rad: 0.3 means 0.9.
    private static GuardedExchange Four(ReplyNumbers said)
    {
        string[] names = ["j0", "j1", "j2", "j3"];
        ExecutableSpec spec = new()
        {
            Name = "four",
            Action = new ActionSpec { Channels = [.. names.Select(name => new ActionChannel { Name = name })] },
            Unnormaliser = new Normaliser
            {
                Key = "four",
                Scheme = NormalisationScheme.MinMax,
                Statistics = new ActionStatistics { Channels = 4, Min = [-3, -3, -3, -3], Max = [3, 3, 3, 3] },
            },
        };
        ProxyOptions options = NormalisedArm.Options(spec, said) with
        {
            Contract = NormalisedArm.Contract with { Channels = [.. names.Select(name => new ChannelContract { Name = name, Min = -3, Max = 3, MaxStep = 0.05 })] },
        };
        return new GuardedExchange(options.Contract, options, null);
    }

    private static ExchangeReport GuardFour(GuardedExchange exchange, double size)
    {
        double[] row = [size, -size, size, -size];
        return exchange.Guard([ActionCells.Of(NumpyArray.OfDoubles(row, new NumpyShape(1, 4)))], row, 4, 1);
    }

    private static ExchangeReport Guard(GuardedExchange exchange, double[] rows)
    {
        NormalisedArm.Guard(exchange, NumpyArray.OfDoubles(rows, new NumpyShape(rows.Length / 3, 3)), out ExchangeReport report);
        return report;
    }

    private static Diagnostic Refused(Action action) => Assert.Throws<DiagnosticException>(action).Diagnostics[0];
}
