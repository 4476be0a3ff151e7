using System.Net;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Guarding;

namespace Interlock.Runtime.Tests.Proxies;

public sealed class GuardedExchangeTests
{
    private const double MaxStep = 0.01;

    [Fact]
    public void The_next_chunk_counts_from_the_row_that_the_state_tells_of()
    {
        using GuardedExchange exchange = Exchange();
        exchange.Observe([0, 0]);
        Guard(exchange, Ramp(0, 10));
        exchange.Observe([0.03, 0.03]);
        (double[] second, ExchangeReport report) = Guard(exchange, Ramp(0.03, 10));
        Assert.Equal((3, 0), (report.ExecutedBefore, report.Changed));
        Assert.Equal(Ramp(0.03, 10), second);
    }

    [Fact]
    public void Acceleration_is_counted_over_the_seam()
    {
        SafetyContract contract = Contract() with { Channels = [.. Contract().Channels.Select(channel => channel with { MaxAcceleration = 0.5 })] };
        using GuardedExchange exchange = Exchange(contract);
        exchange.Observe([0, 0]);
        (double[] first, _) = Guard(exchange, Ramp(0, 20));
        double[] at = first[18..20];
        double[] onward = [.. Enumerable.Range(1, 10).SelectMany(i => at.Select((value, c) => value + (i * (value - first[16 + c]))))];
        exchange.Observe(at);
        (_, ExchangeReport report) = Guard(exchange, onward);
        Assert.Equal((10, 0), (report.ExecutedBefore, report.Changed));
    }

    [Fact]
    public void A_declared_number_of_rows_stands_against_a_state_that_lags()
    {
        using GuardedExchange exchange = Exchange(executed: 5);
        exchange.Observe([0, 0]);
        Guard(exchange, Ramp(0, 10));
        exchange.Observe([0.02, 0.02]);
        Assert.Equal((5, 0), (exchange.ExecutedBefore, Guard(exchange, Ramp(0.05, 10)).Report.Changed));
    }

    [Fact]
    public void A_robot_that_was_moved_begins_an_episode_where_it_is()
    {
        using GuardedExchange exchange = Exchange();
        exchange.Observe([0, 0]);
        Guard(exchange, Ramp(0, 10));
        Assert.True(exchange.Observe([0.9, -0.9]));
        (double[] rows, _) = Guard(exchange, [0, 0]);
        Assert.Equal([0.9 - MaxStep, -0.9 + MaxStep], rows.Select(value => Math.Round(value, 8)));
    }

    [Fact]
    public void Singles_are_rounded_inwards()
    {
        using GuardedExchange exchange = Exchange();
        double[] before = [0.1, -0.1];
        exchange.Observe(before);
        float[] wild = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 5f : -5f)];
        NumpyArray array = NumpyArray.OfSingles(wild, new NumpyShape(20, 2));
        double[] values = [.. wild.Select(value => (double)value)];
        ExchangeReport report = exchange.Guard([ActionCells.Of(array)], values, 2, 1);
        array.CopyTo(values);
        Assert.Equal(20, report.Clipped);
        for (int i = 0; i < values.Length; i++)
        {
            double last = i < 2 ? before[i] : values[i - 2];
            Assert.InRange(Math.Abs(values[i] - last), 0, MaxStep * (1 + 1e-12));
            Assert.InRange(values[i], -1, 1);
        }
    }

    [Fact]
    public void Rows_of_another_width_and_of_integers_are_refused()
    {
        using GuardedExchange exchange = Exchange();
        exchange.Observe([0, 0]);
        Assert.Equal("RT206", Code(() => exchange.Guard([], new double[3], 3, 1)));
        Assert.Equal("RT207", Code(() => ActionCells.Of(new NumpyArray(NumpyDtype.UInt8, new NumpyShape(2), new byte[2]))));
    }

    [Fact]
    public void A_relative_chunk_is_held_to_the_bounds_of_the_robot_and_comes_back_relative()
    {
        SafetyContract contract = Contract() with { Reference = ActionReference.RelativeChunk };
        using GuardedExchange exchange = Exchange(contract);
        exchange.Observe([0.995, 0]);
        (double[] rows, _) = Guard(exchange, [0.5, 0.5, 1, 1]);
        Assert.Equal([0.005, 0.01, 0.005, 0.02], rows.Select(value => Math.Round(value, 8)));
    }

    private static string Code(Action action) => Assert.Throws<DiagnosticException>(action).Diagnostics[0].Code;

    private static (double[] Rows, ExchangeReport Report) Guard(GuardedExchange exchange, double[] rows)
    {
        NumpyArray array = NumpyArray.OfDoubles(rows, new NumpyShape(rows.Length / 2, 2));
        ExchangeReport report = exchange.Guard([ActionCells.Of(array)], rows, 2, 1);
        double[] sent = new double[rows.Length];
        array.CopyTo(sent);
        return (sent, report);
    }

    private static double[] Ramp(double from, int rows) => [.. Enumerable.Range(1, rows).SelectMany(i => new[] { from + (i * MaxStep), from + (i * MaxStep) })];

    private static SafetyContract Contract() => new()
    {
        Name = "two",
        RateHz = 10,
        Space = ActionSpace.JointPosition,
        Channels = [.. new[] { "a", "b" }.Select(name => new ChannelContract { Name = name, Min = -1, Max = 1, MaxVelocity = 0.1 + 1e-9 })],
    };

    private static GuardedExchange Exchange(SafetyContract? contract = null, int? executed = null)
    {
        ProxyOptions options = new()
        {
            Protocol = ProxyProtocol.Openpi,
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            Upstream = "ws://127.0.0.1:1/",
            Contract = contract ?? Contract(),
            ExecutedRows = executed,
        };
        return new GuardedExchange(options.Contract, options, null);
    }
}
