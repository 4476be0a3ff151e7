using System.Net;
using Interlock.Core.Contract;
using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Guarding;

namespace Interlock.Runtime.Tests.Proxies.Guarding;

public sealed class ExchangeWatchTests
{
    private const double Reach = 0.02;

    [Fact]
    public void A_policy_that_dithers_raises_the_alarm_once_it_was_executed()
    {
        using GuardedExchange exchange = Exchange(AlarmAction.Tell);
        ExchangeReport[] reports = Drive(exchange, Dither, 6);
        Assert.Empty(reports[0].Alarms);
        AlarmInfo alarm = reports.SelectMany(report => report.Alarms).First();
        Assert.Equal(("GD411", "dither"), (alarm.Code, alarm.Name));
        Assert.All(reports, report => Assert.Equal((0, false), (report.Changed, report.IsHeldByAlarm)));
    }

    [Fact]
    public void The_rest_of_a_chunk_that_is_never_executed_raises_nothing()
    {
        using GuardedExchange exchange = Exchange(AlarmAction.Tell, executed: 1);
        for (int request = 0; request < 30; request++)
        {
            exchange.Observe([request * Reach, 0]);
            double[] rows = [.. Ramp(request * Reach, 1), .. Dither((request + 1) * Reach)];
            Assert.Empty(Guard(exchange, rows).Alarms);
        }
    }

    [Fact]
    public void Hold_leaves_one_reply_out_and_the_next_is_used()
    {
        using GuardedExchange exchange = Exchange(AlarmAction.Hold);
        ExchangeReport[] reports = Drive(exchange, Dither, 8);
        int first = Array.FindIndex(reports, report => report.Alarms.Count > 0);
        Assert.True(reports[first].IsHeldByAlarm);
        Assert.Equal(reports[first].Rows, reports[first].Held);
        Assert.Equal((false, 0), (reports[first + 1].IsHeldByAlarm, reports[first + 1].Changed));
    }

    [Fact]
    public void Stop_stays()
    {
        using GuardedExchange exchange = Exchange(AlarmAction.Stop);
        ExchangeReport[] reports = Drive(exchange, Dither, 8);
        int first = Array.FindIndex(reports, report => report.Alarms.Count > 0);
        Assert.All(reports[first..], report => Assert.Equal(report.Rows, report.Stopped));
        Assert.Equal("GD132", exchange.LatchCode);
    }

    [Fact]
    public void A_shadow_tells_and_does_nothing()
    {
        using GuardedExchange exchange = Exchange(AlarmAction.Stop, isShadow: true);
        ExchangeReport[] reports = Drive(exchange, Dither, 8);
        Assert.Contains(reports, report => report.Alarms.Count > 0);
        Assert.All(reports, report => Assert.Equal(0, report.Stopped));
    }

    private static ExchangeReport[] Drive(GuardedExchange exchange, Func<double, double[]> policy, int requests) => [.. Enumerable.Range(0, requests).Select(_ =>
    {
        exchange.Observe([0, 0]);
        return Guard(exchange, policy(0));
    })];

    private static double[] Dither(double at) => [.. Enumerable.Range(0, 10).SelectMany(i => new[] { at + (i % 2 == 0 ? Reach : 0), 0 })];

    private static double[] Ramp(double from, int rows) => [.. Enumerable.Range(1, rows).SelectMany(i => new[] { from + (i * Reach), 0 })];

    private static ExchangeReport Guard(GuardedExchange exchange, double[] rows) =>
        exchange.Guard([ActionCells.Of(NumpyArray.OfDoubles(rows, new NumpyShape(rows.Length / 2, 2)))], rows, 2, 1);

    private static GuardedExchange Exchange(AlarmAction onAlarm, bool isShadow = false, int executed = 10)
    {
        ProxyOptions options = new()
        {
            Protocol = ProxyProtocol.Openpi,
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            Upstream = "ws://127.0.0.1:1/",
            Contract = new SafetyContract
            {
                Name = "two",
                RateHz = 10,
                Space = ActionSpace.JointPosition,
                Channels = [.. new[] { "a", "b" }.Select(name => new ChannelContract { Name = name, Min = -2, Max = 2, MaxStep = 0.1 })],
            },
            OnAlarm = onAlarm,
            IsShadow = isShadow,
            ExecutedRows = executed,
            Calibration = Calibration,
        };
        return new GuardedExchange(options.Contract, options, null);
    }

    private static GuardCalibration Calibration { get; } = new()
    {
        Name = "two",
        Channels = ["a", "b"],
        Coverage = new CoverageStatement { Alpha = 0.1, Guarantee = CoverageGuarantee.Episode, Box = BoxKind.Joint, Guaranteed = true, Thresholds = [], Words = "for a test" },
        Models = new MonitorModels(),
        Alarms = new AlarmCalibration
        {
            Bands = [new FunctionalBand { Monitor = "reversal_rate", WorseWhen = MonitorDirection.Higher, WindowSteps = 5, BinSteps = 1000, Mean = [0], Modulation = [0.1] }],
            BandRules = [new BandRule("dither", 0.1, ["reversal_rate"], 3)],
        },
        Provenance = new CalibrationProvenance
        {
            Source = "a test",
            DataSha256 = "",
            OptionsSha256 = "",
            ToolVersion = "",
            Seed = 1,
            FitEpisodes = [],
            CalibrationEpisodes = [],
            HoldoutEpisodes = [],
        },
    };
}
