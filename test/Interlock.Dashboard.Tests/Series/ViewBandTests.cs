using System.Text;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Recipes;
using Interlock.Dashboard.Plots.Svg;
using Interlock.Dashboard.Series;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Dashboard.Tests.Series;

/// <summary>What a calibrated run knows of its monitors is in its view; what it does not know is not.</summary>
public sealed class ViewBandTests
{
    private const string Contract = """
        interlock: contract/1
        name: arm
        rate_hz: 1000
        action: { space: joint_position, reference: absolute }
        channels:
          - {name: shoulder.pos, role: joint, unit: deg, min: -90, max: 95}
          - {name: elbow.pos, role: joint, unit: rad, min: -1, max: 2}
          - {name: gripper.pos, role: gripper, unit: percent, min: 0, max: 100}
        monitors: { profile: action_chunk, calibration: arm.calibration.json }
        """;

    private const int Policy = 1, Hold = 2, Fallback = 5;

    private static string Calibration => CalibrationSample.Text("shoulder.pos", "elbow.pos", "gripper.pos");

    [Fact]
    public void A_calibrated_monitor_has_its_threshold_or_its_band()
    {
        using TemporaryFolder folder = new();
        using EpisodeView view = EpisodeView.Open(Record(folder, 400));
        Assert.Empty(view.Findings);
        Assert.Equal(7.5, Signal(view, "cusum").Threshold);
        ViewBand band = Signal(view, "stall").Band!;
        Assert.Equal(("band", 0.1, false, 10, 0.1), (band.Alarm, band.Alpha, band.IsWorseBelow, band.WindowSteps, band.BinS));
        Assert.Equal([2.5, 2.75], band.Limit);
        Assert.Equal([new ViewBandRun(0, 0.399, 0)], band.Runs);
        Assert.Null(Signal(view, "freeze").Band);
        Assert.Null(Signal(view, "freeze").Threshold);
    }

    [Fact]
    public void A_band_begins_anew_after_an_interruption_and_with_an_episode()
    {
        using TemporaryFolder folder = new();
        using EpisodeView view = EpisodeView.Open(Record(folder, 400, source: tick => tick is >= 100 and < 150 ? Hold : Policy, episodeAt: 300));
        Assert.Equal(
            [new ViewBandRun(0, 0.1, 0), new ViewBandRun(0.15, 0.3, 0.15), new ViewBandRun(0.3, 0.399, 0.3)],
            Signal(view, "stall").Band!.Runs);
    }

    [Fact]
    public void Where_the_guard_was_in_its_band_is_not_guessed()
    {
        using TemporaryFolder folder = new();
        using EpisodeView late = EpisodeView.Open(Record(folder, 400, firstTick: 5000));
        Assert.Empty(Signal(late, "stall").Band!.Runs);
        using EpisodeView blended = EpisodeView.Open(Record(folder, 400, source: tick => tick is >= 100 and < 150 ? Fallback : Policy));
        Assert.Equal([new ViewBandRun(0, 0.1, 0)], Signal(blended, "stall").Band!.Runs);
    }

    [Fact]
    public void Without_a_calibration_nothing_is_invented()
    {
        using TemporaryFolder folder = new();
        using EpisodeView view = EpisodeView.Open(Record(folder, 50, calibration: null));
        Assert.All(view.Signals, signal => Assert.True(signal.Threshold is null && signal.Band is null));
        Assert.Empty(view.Findings);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"interlock\": \"calibration/1\", \"alarms\": [[[[[[[[[[]]]]]]]]]] }")]
    public void A_calibration_that_cannot_be_used_is_a_finding(string text)
    {
        using TemporaryFolder folder = new();
        using EpisodeView view = EpisodeView.Open(Record(folder, 50, calibration: text));
        Assert.Equal("RC049", Assert.Single(view.Findings).Code);
        Assert.All(view.Signals, signal => Assert.Null(signal.Band));
    }

    [Fact]
    public void A_calibration_of_other_channels_or_of_any_size_is_not_used()
    {
        using TemporaryFolder folder = new();
        using EpisodeView other = EpisodeView.Open(Record(folder, 50, calibration: CalibrationSample.Text("a", "b", "c")));
        Assert.Equal("RC049", Assert.Single(other.Findings).Code);
        using EpisodeView large = EpisodeView.Open(Record(folder, 50, calibration: Calibration + new string(' ', 5 << 20)));
        Assert.Contains("at most 4194304 are read", Assert.Single(large.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plot_draws_the_band_with_words_and_no_line_where_it_did_not_listen()
    {
        using TemporaryFolder folder = new();
        using EpisodeView view = EpisodeView.Open(Record(folder, 400, source: tick => tick is >= 100 and < 150 ? Hold : Policy));
        Figure figure = EpisodeFigures.Signals(view, ["monitor/stall"], 0.05, 0.2);
        LineMark limit = figure.Panels[0].Marks.OfType<LineMark>().Single();
        Assert.Equal("stall, band: alarm above, mean over 10 steps", limit.Name);
        Assert.Equal([0.05, 0.1, 0.1, 0.15, 0.2, 0.2], limit.X.ToArray());
        Assert.Equal([2.5, 2.5, double.NaN, 2.5, 2.5, double.NaN], limit.Y.ToArray());
        Assert.Contains("stall, band: alarm above, mean over 10 steps", SvgWriter.Write(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_far_away_does_not_squeeze_the_data_and_is_named_instead()
    {
        Panel panel = new(new Axis("y"), [new LineMark(new double[] { 0, 1 }, new double[] { 0, 1 }), new LineMark(new double[] { 0, 1 }, new double[] { 1000, 1000 }) { Name = "alarm above", IsGuide = true }]);
        string svg = SvgWriter.Write(new Figure { Title = "far", X = new Axis("x"), Panels = [panel] });
        Assert.Contains("↑ alarm above 1000", svg, StringComparison.Ordinal);
        Assert.DoesNotContain(">800<", svg, StringComparison.Ordinal);
    }

    private static ViewSignal Signal(EpisodeView view, string monitor) => view.Signals.Single(signal => signal.Key == $"monitor/{monitor}");

    private static string Record(TemporaryFolder folder, int steps, Func<int, int>? source = null, int? episodeAt = null, int firstTick = 0, string? calibration = "usual")
    {
        string path = folder.PathOf($"{Directory.GetFiles(folder.Root).Length}.mcap");
        using FlightRecorder recorder = FlightRecorder.Start(
            new FlightRecorderOptions { Path = path, OwnThread = false }, FlightSample.Layout with { Monitors = ["stall", "cusum", "freeze"] }, FlightSample.Session, TimeProvider.System);
        recorder.Attach("arm.contract.yaml", "application/yaml", Encoding.UTF8.GetBytes(Contract));
        if (calibration is not null)
        {
            recorder.Attach("arm.calibration.json", "application/json", Encoding.UTF8.GetBytes(calibration == "usual" ? Calibration : calibration));
        }

        for (int tick = 0; tick < steps; tick++)
        {
            FlightSample.Fill(recorder.Frame, tick);
            recorder.Frame.Tick = firstTick + tick;
            recorder.Frame.ActionSource = source?.Invoke(tick) ?? Policy;
            long now = recorder.Frame.MonotonicNs;
            recorder.Commit();
            if (tick == episodeAt)
            {
                recorder.TryEvent(new FlightEvent { MonotonicNs = now, Tick = tick, Kind = FlightEventKind.EpisodeStart, Code = FlightCode.Of("episode"), Value = 1 });
            }

            recorder.Pump();
        }

        return path;
    }
}
