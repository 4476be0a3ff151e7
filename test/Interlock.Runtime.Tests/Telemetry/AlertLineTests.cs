using Interlock.Policies.Tests.Remote;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Telemetry.Alerts;
using Interlock.Runtime.Telemetry.Alerts.Sinks;
using Xunit;

namespace Interlock.Runtime.Tests.Telemetry;

/// <summary>Groups, rates, levels and attempts on a clock that the test moves.</summary>
public sealed class AlertLineTests
{
    private readonly ManualTime _time = new();
    private readonly HeardSink _sink = new();
    private readonly List<string> _troubles = [];

    [Fact]
    public async Task The_first_of_a_group_is_told_at_once_and_the_others_as_one()
    {
        AlertLine line = Line(route => route with { Group = TimeSpan.FromSeconds(60) });
        line.Tell(Bound("j1"));
        line.Tell(Bound("j2"));
        await line.TurnAsync(false, default);
        Assert.Equal(["j1", "j2"], _sink.Heard.Select(notice => notice.Alert.Channel));
        line.Tell(Bound("j1"));
        line.Tell(Bound("j1") with { Count = 4, Sentence = "newest" });
        _time.Advance(TimeSpan.FromSeconds(59));
        await line.TurnAsync(false, default);
        Assert.Equal(2, _sink.Heard.Count);
        _time.Advance(TimeSpan.FromSeconds(1));
        await line.TurnAsync(false, default);
        AlertNotice group = _sink.Heard[2];
        Assert.Equal((5L, "newest", 60.0), (group.Alert.Count, group.Alert.Sentence, group.WithinS));
        Assert.Equal("warning arm: newest (5 times more within 60 s)", group.Text);
    }

    [Fact]
    public async Task After_a_quiet_window_the_next_alert_is_told_at_once_again()
    {
        AlertLine line = Line(route => route with { Group = TimeSpan.FromSeconds(60) });
        line.Tell(Bound("j1"));
        await line.TurnAsync(false, default);
        _time.Advance(TimeSpan.FromSeconds(61));
        await line.TurnAsync(false, default);
        line.Tell(Bound("j1"));
        await line.TurnAsync(false, default);
        Assert.Equal([1L, 1], _sink.Heard.Select(notice => notice.Alert.Count));
    }

    [Fact]
    public async Task What_is_over_the_rate_is_counted_and_the_next_alert_tells_it()
    {
        AlertLine line = Line(route => route with { Group = TimeSpan.Zero, PerMinute = 6, Burst = 2 });
        for (int i = 0; i < 5; i++)
        {
            line.Tell(Bound($"j{i}"));
        }

        await line.TurnAsync(false, default);
        Assert.Equal((2, 3L, 2L), (_sink.Heard.Count, line.Suppressed, line.Sent));
        _time.Advance(TimeSpan.FromSeconds(10));
        line.Tell(Bound("j9"));
        await line.TurnAsync(false, default);
        Assert.Equal(3, _sink.Heard[2].Suppressed);
        Assert.EndsWith("[3 alerts before this one were not told: rate limit]", _sink.Heard[2].Text);
    }

    [Fact]
    public async Task At_the_end_open_groups_and_what_was_suppressed_are_told()
    {
        AlertLine line = Line(route => route with { PerMinute = 0.01, Burst = 1 });
        line.Tell(Bound("j1"));
        line.Tell(Bound("j1"));
        line.Tell(Bound("j2"));
        await line.TurnAsync(true, default);
        Assert.Equal("j1", _sink.Heard[0].Alert.Channel);
        Assert.Equal(2, _sink.Heard[^1].Suppressed);
    }

    [Fact]
    public async Task What_matters_less_is_not_told()
    {
        AlertLine line = Line(route => route with { Least = FlightLevel.Error });
        line.Tell(Bound("j1"));
        line.Tell(new Alert(FlightLevel.Error, "RT087", null, "RT087 contact force 31 N, limit 25 N"));
        await line.TurnAsync(false, default);
        Assert.Equal("RT087", Assert.Single(_sink.Heard).Alert.Code);
    }

    [Fact]
    public async Task A_sink_that_fails_is_tried_three_times_and_the_trouble_told_once()
    {
        _sink.Failures = 6;
        AlertLine line = Line(route => route with { Group = TimeSpan.Zero });
        for (int i = 0; i < 2; i++)
        {
            line.Tell(Bound("j1"));
            await Patiently(line);
        }

        Assert.Equal((6, 2L), (_sink.Calls, line.Failed));
        Assert.Equal("RT264 alerts do not reach ear: full", Assert.Single(_troubles));
        line.Tell(Bound("j1"));
        await line.TurnAsync(false, default);
        Assert.Equal(1, line.Sent);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        (_sink.Failures, _sink.MayTryAgain) = (1, false);
        AlertLine line = Line();
        line.Tell(Bound("j1"));
        await line.TurnAsync(false, default);
        Assert.Equal((1, 1L), (_sink.Calls, line.Failed));
    }

    [Fact]
    public void Nobody_who_tells_waits_for_a_full_queue()
    {
        AlertLine line = Line();
        for (int i = 0; i < AlertLine.QueueLength + 10; i++)
        {
            line.Tell(Bound("j1"));
        }

        Assert.Equal(10, line.Suppressed);
    }

    [Fact]
    public async Task A_name_from_outside_cannot_begin_a_line_of_its_own()
    {
        AlertLine line = Line();
        line.Tell(Bound("j1") with { Sentence = "camera 'a\nerror robot: all clear'" });
        await line.TurnAsync(false, default);
        Assert.DoesNotContain('\n', _sink.Heard[0].Text);
    }

    [Fact]
    public async Task A_sink_that_hangs_is_let_go_at_the_end()
    {
        AlertDesk desk = new([new AlertRoute("hangs", new HangingSink())], "arm", _time, _troubles.Add);
        desk.Tell(Bound("j1"));
        await Task.Run(desk.Dispose);
        Assert.Contains("RT264 alerts do not reach hangs: there was no time left", _troubles);
    }

    private static Alert Bound(string channel) => new(FlightLevel.Warning, "GD110", channel, $"GD110 {channel} out of bounds; clipped");

    private AlertLine Line(Func<AlertRoute, AlertRoute>? change = null)
    {
        AlertRoute route = new("ear", _sink);
        return new AlertLine(change?.Invoke(route) ?? route, "arm", _time, _troubles.Add);
    }

    // Moves the clock whenever the line waits between two attempts.
    private async Task Patiently(AlertLine line)
    {
        Task<TimeSpan> first = _time.WaitSetAsync(TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(500));
        Task<TimeSpan> second = _time.WaitSetAsync(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        Task turn = line.TurnAsync(false, default);
        await first;
        _time.Advance(TimeSpan.FromMilliseconds(500));
        await second;
        _time.Advance(TimeSpan.FromSeconds(1));
        await turn;
    }

    private sealed class HeardSink : IAlertSink
    {
        public List<AlertNotice> Heard { get; } = [];

        public int Calls { get; private set; }

        public int Failures { get; set; }

        public bool MayTryAgain { get; set; } = true;

        public ValueTask SendAsync(AlertNotice notice, CancellationToken cancellation)
        {
            Calls++;
            if (Failures > 0)
            {
                Failures--;
                throw new AlertSinkException("full", MayTryAgain);
            }

            Heard.Add(notice);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class HangingSink : IAlertSink
    {
        public async ValueTask SendAsync(AlertNotice notice, CancellationToken cancellation) => await Task.Delay(Timeout.Infinite, cancellation);
    }
}
