using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Series;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Dashboard.Tests.Series;

public sealed class EpisodeViewTests
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
        """;

    [Fact]
    public void A_view_says_what_the_recording_says()
    {
        using TemporaryFolder folder = new();
        using EpisodeView view = EpisodeView.Open(Record(folder, 2000));
        Assert.True(view.IsComplete && view.HasStoredOverview);
        Assert.Equal(1.999, view.LengthS, 9);
        Assert.Empty(view.Findings);
        ViewSignal shoulder = view.Signals.Single(signal => signal.Key == "guarded/shoulder.pos");
        Assert.Equal(("guarded", "shoulder.pos", "deg", 0, -90.0, 95.0, 2000L), (shoulder.Group, shoulder.Name, shoulder.Unit, shoulder.Channel, shoulder.Min, shoulder.Max, shoulder.Whole.Count));
        Assert.Equal(["supervisor", "verdict", "source", "certificate", "task"], view.Strips.Select(strip => strip.Name));
        Assert.Equal([("pass", 0.0, 1.0), ("clip", 1.0, 1.1), ("pass", 1.1, 1.999)], view.Strips[1].Spans.Select(span => (span.Value, span.T0, span.T1)));
        ViewEvent repeated = Assert.Single(view.Events);
        Assert.Equal((100L, 100L, "warning", 1000L, "deg"), (repeated.Count, view.Counts.Interventions, repeated.Severity, repeated.Tick, repeated.Unit));
        Assert.Equal("the guard changed the action on shoulder.pos: 1000, limit 95, 100 times within a second (GD020)", repeated.Text);
        Assert.Equal((true, "placed"), (view.Success, view.Outcome));
        Assert.Equal(view.WorstMargin, view.Signals.Single(signal => signal.Key == "scalar/margin").Whole.Min);
    }

    [Fact]
    public void The_step_at_a_time_has_the_number_of_every_signal()
    {
        using TemporaryFolder folder = new();
        using EpisodeView view = EpisodeView.Open(Record(folder, 300));
        ViewStep step = view.At(0.1235)!;
        Assert.Equal((123L, 0.123), (step.Tick, step.T));
        Assert.Equal(view.Signals.Select(signal => signal.Key).Order(), step.Values.Keys.Order());
        Assert.Equal((2 * 123) + (1 / 7.0), step.Values["guarded/elbow.pos"]);
        Assert.Null(step.Values["scalar/clip_fraction"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Recordings_of_no_step_and_of_one_can_be_looked_at(int steps)
    {
        using TemporaryFolder folder = new();
        using EpisodeView view = EpisodeView.Open(Record(folder, steps));
        Assert.Equal((steps, 0.0), (view.Counts.Steps, view.LengthS));
        Assert.Equal(steps == 0, view.At(0) is null);
        Assert.Equal(500, view.Slice(["state/elbow.pos"], 0, 1, 500)[0].Count);
    }

    [Fact]
    public void A_recording_that_was_cut_off_is_read_through_and_says_so()
    {
        using TemporaryFolder folder = new();
        byte[] whole = File.ReadAllBytes(Record(folder, 2000));
        string cut = folder.PathOf("cut.mcap");
        File.WriteAllBytes(cut, whole[..(whole.Length / 2)]);
        using EpisodeView view = EpisodeView.Open(cut);
        Assert.False(view.IsComplete || view.HasStoredOverview);
        Assert.InRange(view.Counts.Steps, 500, 1500);
        Assert.Contains(view.Findings, found => found.Code == "RC042");
        Assert.Equal(view.Counts.Steps - 1, view.At(100)!.Tick);
    }

    [Fact]
    public void A_damaged_chunk_is_a_finding_where_it_is_read_and_nowhere_else()
    {
        using TemporaryFolder folder = new();
        string path = Record(folder, 4000);
        byte[] bytes = File.ReadAllBytes(path);
        int place = bytes.AsSpan().IndexOf("\"tick\":2500,"u8);
        bytes[place + 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        using EpisodeView view = EpisodeView.Open(path);
        Assert.Equal(4000, view.Counts.Steps);
        Assert.Equal(100, view.At(0.1)!.Tick);
        Assert.Equal("RC006", Assert.Throws<DiagnosticException>(() => view.At(2.5)).Diagnostics[0].Code);
    }

    [Fact]
    public void A_damaged_chunk_without_an_overview_is_recovered_from()
    {
        using TemporaryFolder folder = new();
        string path = Record(folder, 4000, overview: false);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().IndexOf("\"tick\":2500,"u8) + 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        using EpisodeView view = EpisodeView.Open(path);
        Assert.InRange(view.Counts.Steps, 3500, 3999);
        Assert.Contains(view.Findings, found => found.Code == "RC048");
    }

    [Fact]
    public void Foreign_files_and_unknown_names_are_findings()
    {
        using TemporaryFolder folder = new();
        string foreign = folder.PathOf("foreign.mcap");
        using (Interlock.Recording.Mcap.Writing.McapWriter writer = new(File.Create(foreign)))
        {
            writer.AddChannel("/other", "json", 0);
        }

        Assert.Equal("RC024", Assert.Throws<DiagnosticException>(() => EpisodeView.Open(foreign)).Diagnostics[0].Code);
        using EpisodeView view = EpisodeView.Open(Record(folder, 10));
        Assert.Equal("RC045", Assert.Throws<DiagnosticException>(() => view.Slice(["state/<b>"], 0, 1, 5)).Diagnostics[0].Code);
        Assert.Equal("RC045", Assert.Throws<DiagnosticException>(() => view.Image("none", 0)).Diagnostics[0].Code);
    }

    [Fact]
    public void Markup_in_names_stays_data()
    {
        using TemporaryFolder folder = new();
        const string name = "<img src=x onerror=alert(1)>/\u202e\"&\ud83e\udd16";
        FlightLayout layout = FlightSample.Layout with { Channels = [name, "b", "c"], Monitors = ["</script>", "m"] };
        using EpisodeView view = EpisodeView.Open(Record(folder, 50, layout: layout, contract: null));
        Assert.Equal(name, view.Signals.First(signal => signal.Group == "guarded").Name);
        Assert.Equal(50, view.Slice([$"guarded/{name}", "monitor/</script>"], 0, 0.05, 50)[0].Count);
    }

    [Fact]
    public void A_huge_attachment_is_listed_and_not_loaded()
    {
        using TemporaryFolder folder = new();
        string path = Record(folder, 50, contract: new string('#', 8 << 20));
        long before = GC.GetAllocatedBytesForCurrentThread();
        using EpisodeView view = EpisodeView.Open(path);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6 << 20);
        Assert.Equal(8UL << 20, view.Attachments.Single(index => index.Name == "arm.contract.yaml").DataSize);
        Assert.Contains(view.Findings, found => found.Code == "RC047");
        Assert.Null(view.Attachment("arm.contract.yaml", 1 << 20));
        Assert.Null(view.Attachment("absent", 1 << 20));
        Assert.Null(view.Contract);
    }

    [Fact]
    public void Views_are_kept_and_a_changed_file_is_opened_anew()
    {
        using TemporaryFolder folder = new();
        string path = Record(folder, 50);
        using EpisodeViews views = new(capacity: 1);
        using EpisodeLease first = views.Rent(path);
        using (EpisodeLease again = views.Rent(path))
        {
            Assert.Same(first.View, again.View);
        }

        string other = Record(folder, 60, name: "other");
        using EpisodeLease second = views.Rent(other);
        Assert.Equal(49, first.View.At(1)!.Tick);
        File.Move(Record(folder, 70, name: "third"), other, overwrite: true);
        using EpisodeLease anew = views.Rent(other);
        Assert.Equal(70, anew.View.Counts.Steps);
        Assert.Throws<DiagnosticException>(() => views.Rent(folder.PathOf("absent.mcap")));
    }

    private static string Record(TemporaryFolder folder, int steps, string name = "run", bool overview = true, FlightLayout? layout = null, string? contract = Contract)
    {
        string path = folder.PathOf($"{name}.mcap");
        using FlightRecorder recorder = FlightRecorder.Start(
            new FlightRecorderOptions { Path = path, OwnThread = false, Overview = overview }, layout ?? FlightSample.Layout, FlightSample.Session, TimeProvider.System);
        if (contract is not null)
        {
            recorder.Attach("arm.contract.yaml", "application/yaml", System.Text.Encoding.UTF8.GetBytes(contract));
        }

        recorder.SetOutcome(true, "placed");
        for (int tick = 0; tick < steps; tick++)
        {
            FlightSample.Fill(recorder.Frame, tick);
            recorder.Frame.Verdict = tick is >= 1000 and < 1100 ? 1 : 0;
            recorder.Commit();
            if (recorder.Frame.Verdict == 1)
            {
                recorder.TryEvent(new FlightEvent { MonotonicNs = recorder.Frame.MonotonicNs, Tick = tick, Kind = FlightEventKind.Intervention, Code = FlightCode.Of("GD020"), Channel = 0, Value = tick, Limit = 95 });
            }

            recorder.Pump();
        }

        return path;
    }
}
