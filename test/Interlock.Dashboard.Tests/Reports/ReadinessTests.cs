using System.Text;
using System.Text.Json;
using Interlock.Dashboard.Reports;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Campaign;

namespace Interlock.Dashboard.Tests.Reports;

/// <summary>Each line of the checklist: shown by evidence, not shown without, found wanting by the contrary.</summary>
public sealed class ReadinessTests
{
    private const string Acknowledgements = """
        interlock: ack/1
        robot: bench-arm
        acknowledgements:
          - { subject: emergency_stop, name: "A. Person", date: 2026-03-01, statement: "pressed at full speed, drives lost power" }
          - { subject: deadman, name: "A. Person", date: 2026-03-01, statement: "released, the arm stopped" }
        """;

    private const string RunFile = "interlock: run/1\nconfidence: { calibration: arm.confidence.json }\n";
    private const string Confidence = """{ "interlock": "confidence/1", "claim": "an alarm in one of 20 good episodes at most", "signals": [ { "episode_scores": [1, 2, 3] } ] }""";

    private static readonly ReportScene Good = new() { Steps = 120, IsChanged = false, Files = [("effective.run.yaml", "application/yaml", Encoding.UTF8.GetBytes(RunFile))] };

    private static readonly Dictionary<string, Func<ReportScene, ReportScene>> Scenes = new()
    {
        ["no contract"] = scene => scene with { ContractText = null },
        ["no lower bound"] = scene => Contract(scene, "min: -2, ", ""),
        ["a command outside"] = scene => Contract(scene, "max: 90", "max: 50"),
        ["no commands"] = scene => scene with { Steps = 0 },
        ["only watches"] = scene => scene with { ContractText = ReportScene.Contract + "\nmode: monitor\n" },
        ["no velocity limit"] = scene => Contract(scene, "max_velocity: 8, ", ""),
        ["no acceleration limit"] = scene => Contract(scene, ", max_acceleration: 200", ""),
        ["a jump"] = scene => scene with { JumpTick = 60 },
        ["a jump in one step"] = scene => Contract(scene with { JumpTick = 60 }, "max_velocity: 8, ", "max_step: 0.5, "),
        ["no numbers"] = scene => scene with { IsNothingANumber = true },
        ["one step"] = scene => scene with { Steps = 1, IsMeasured = false },
        ["a sudden turn"] = scene => Contract(scene, "max_acceleration: 200", "max_acceleration: 0.9"),
        ["force above"] = scene => Contract(scene, "max_force_n: 20", "max_force_n: 2"),
        ["no force limit"] = scene => Contract(scene, "force: { max_force_n: 20 }", ""),
        ["no force"] = scene => scene with { ForceN = null },
        ["force exactly 0"] = scene => scene with { ForceN = 0 },
        ["late answers"] = scene => scene with { LatencyMs = 500 },
        ["no time of an answer"] = scene => scene with { LatencyMs = null },
        ["0 ms"] = scene => scene with { LatencyMs = 0 },
        ["virtual clock"] = scene => scene with { Session = scene.Session with { Facts = new Dictionary<string, string> { [FlightSession.ClockFact] = FlightSession.VirtualClock } } },
        ["no budget"] = scene => Contract(scene, "watchdog: { max_age_ms: 200, on_stale: hold }", ""),
        ["no monitors' calibration"] = scene => Contract(scene, ", calibration: two.calibration.json", ""),
        ["calibration is not in it"] = scene => scene with { CalibrationName = null },
        ["another calibration"] = scene => scene with { CalibrationName = "one.calibration.json" },
        ["no confidence"] = scene => scene with { Confidence = null },
        ["nobody judged"] = scene => scene with { Success = null },
    };

    [Fact]
    public void Without_evidence_no_line_is_shown()
    {
        using TemporaryFolder folder = new();
        string path = new ReportScene { ContractText = null, Success = null }.Write(folder.PathOf("run.mcap"));
        Report report = ReportTests.Of(path, withReadiness: true);
        Assert.False(report.IsReady);
        Dictionary<string, string> states = States(report);
        Assert.Equal(["logging"], states.Where(line => line.Value == "shown").Select(line => line.Key));
        Assert.DoesNotContain("found_wanting", states.Values);
    }

    [Fact]
    public void With_evidence_for_everything_every_line_is_shown_by_a_file_a_number_and_a_unit()
    {
        using TemporaryFolder folder = new();
        Everything(folder, recordings: 35);
        Report report = ReportTests.Of(folder.PathOf(""), withReadiness: true);
        Assert.Equal(["shown"], States(report).Values.Distinct());
        Assert.True(report.IsReady);
        Dictionary<string, string> evidence = Lines(report).ToDictionary(line => line.Item, line => line.Evidence);
        Assert.Equal("contract 'two-joints': all of 8,400 values commanded in 35 recordings inside", evidence["bounds"]);
        Assert.Matches("^contract 'two-joints': nearest to its limit shoulder.pos with 149.9\\d* deg/s of 400 deg/s \\(37.5 %\\) in run-00.mcap at tick \\d+ \\(\\d.\\d\\d s\\); n = 4,200 commands$", evidence["velocity"]);
        Assert.Matches("^contract 'two-joints': nearest to its limit shoulder.pos with 37\\d.* deg/s² of 9000 deg/s² .* n = 4,200 commands$", evidence["acceleration"]);
        Assert.Equal("contract 'two-joints': largest 3 N in run-00.mcap at about 0.00 s, limit 20 N, n = 4,200 values", evidence["force"]);
        Assert.Equal("slowest 40 ms in run-00.mcap, budget 200 ms (watchdog.max_age_ms of the contract); n = 210 answers, 0 watchdog events", evidence["latency"]);
        Assert.Equal("35 of 35 (100.0 %), 95 % Wilson interval 90.1 % to 100.0 %, in 35 recordings; 0 not judged", evidence["success"]);
        Assert.Equal($"campaign.json: all {FaultCampaign.Faults.Count} rows of the table, 5 runs each, all as expected; a simulated cell, not this robot", evidence["fallback"]);
        Assert.Equal("35 recordings: came to the end, 0 records dropped, 4,200 steps", evidence["logging"]);
        Assert.Contains("A. Person, 2026-03-01: pressed at full speed, drives lost power (two.ack.yaml)", evidence["emergency_stop"], StringComparison.Ordinal);
        Assert.Contains("They are no safety assessment and no permission to work beside people", report.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bounds", "not_shown", "no contract")]
    [InlineData("bounds", "not_shown", "no commands")]
    [InlineData("bounds", "found_wanting", "no lower bound")]
    [InlineData("bounds", "found_wanting", "a command outside")]
    [InlineData("bounds", "found_wanting", "only watches")]
    [InlineData("bounds", "found_wanting", "no numbers")]
    [InlineData("velocity", "not_shown", "no contract")]
    [InlineData("velocity", "not_shown", "one step")]
    [InlineData("velocity", "found_wanting", "no velocity limit")]
    [InlineData("velocity", "found_wanting", "only watches")]
    [InlineData("velocity", "found_wanting", "a jump", "elbow.pos with 45.")]
    [InlineData("velocity", "found_wanting", "a jump in one step", "elbow.pos with 0.9")]
    [InlineData("velocity", "found_wanting", "no numbers", "120 of 120 commands were no numbers")]
    [InlineData("velocity", "shown", "a sudden turn")]
    [InlineData("acceleration", "not_shown", "no contract")]
    [InlineData("acceleration", "not_shown", "one step")]
    [InlineData("acceleration", "found_wanting", "no acceleration limit")]
    [InlineData("acceleration", "found_wanting", "a sudden turn", "elbow.pos with 0.99")]
    [InlineData("acceleration", "found_wanting", "a jump", "at tick 61 (1.22 s)")]
    [InlineData("force", "not_shown", "no contract")]
    [InlineData("force", "not_shown", "no force")]
    [InlineData("force", "not_shown", "force exactly 0", "shows no sensor and no contact")]
    [InlineData("force", "found_wanting", "force above", "largest 3 N in run.mcap")]
    [InlineData("force", "found_wanting", "no force limit")]
    [InlineData("latency", "not_shown", "virtual clock", "its times were stated, not measured")]
    [InlineData("latency", "not_shown", "0 ms")]
    [InlineData("latency", "not_shown", "no time of an answer")]
    [InlineData("latency", "not_shown", "no budget")]
    [InlineData("latency", "found_wanting", "late answers", "slowest 500 ms in run.mcap, budget 200 ms")]
    [InlineData("monitoring", "not_shown", "no contract")]
    [InlineData("monitoring", "not_shown", "calibration is not in it")]
    [InlineData("monitoring", "not_shown", "another calibration", "names two.calibration.json, the recording has one.calibration.json")]
    [InlineData("monitoring", "not_shown", "no numbers")]
    [InlineData("monitoring", "found_wanting", "no monitors' calibration")]
    [InlineData("confidence", "not_shown", "no confidence")]
    [InlineData("success", "not_shown", "nobody judged")]
    [InlineData("logging", "found_wanting", "no commands", "run.mcap: no step")]
    public void A_recording_that_lacks_something_does_not_show_the_line(string line, string state, string change, string evidence = "")
    {
        using TemporaryFolder folder = new();
        Everything(folder, recordings: 0);
        Scenes[change](Good).Write(folder.PathOf("run.mcap"));
        Report report = ReportTests.Of(folder.PathOf(""), withReadiness: true);
        (string found, string words) = Lines(report).Where(each => each.Item == line).Select(each => (each.State, each.Evidence)).Single();
        Assert.Equal(state, found);
        Assert.Contains(evidence, words, StringComparison.Ordinal);
        Assert.False(report.IsReady);
        Pages.AssertParses(report.Html);
    }

    [Theory]
    [InlineData("emergency_stop", "not_shown", "two.ack.yaml", "robot: bench-arm", "robot: another-arm")]
    [InlineData("emergency_stop", "not_shown", "two.ack.yaml", "date: 2026-03-01", "date: recently")]
    [InlineData("emergency_stop", "not_shown", "two.ack.yaml", "date: 2026-03-01", "date: 2026-03-09")]
    [InlineData("emergency_stop", "not_shown", "two.ack.yaml", "subject: emergency_stop", "subject: software_stop")]
    [InlineData("deadman", "not_shown", "two.ack.yaml", "name: \"A. Person\", ", "")]
    [InlineData("deadman", "not_shown", "two.ack.yaml", "name: \"A. Person\"", "name: \" \"")]
    [InlineData("fallback", "not_shown", "campaign.json", "\"runs\": 5", "\"runs\": 0")]
    [InlineData("fallback", "not_shown", "campaign.json", "\"fault\": \"frozen state\"", "\"fault\": \"nan\"")]
    [InlineData("fallback", "not_shown", "campaign.json", "demo-campaign/1", "demo-campaign/2")]
    [InlineData("fallback", "found_wanting", "campaign.json", "true", "false")]
    [InlineData("fallback", "found_wanting", "campaign.json", "\"as_expected\": true", "\"as\": true")]
    [InlineData("confidence", "not_shown", "arm.confidence.json", "confidence/1", "confidence/9")]
    [InlineData("confidence", "not_shown", "arm.confidence.json", "[1, 2, 3]", "[]")]
    public void Evidence_that_lacks_something_does_not_show_the_line(string line, string state, string file, string part, string other)
    {
        using TemporaryFolder folder = new();
        Everything(folder, recordings: 1);
        string path = folder.PathOf(file);
        string text = File.ReadAllText(path);
        Assert.Contains(part, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(part, other, StringComparison.Ordinal));
        Assert.Equal(state, States(ReportTests.Of(folder.PathOf(""), withReadiness: true))[line]);
    }

    [Fact]
    public void A_campaign_of_a_part_of_the_table_names_what_is_missing()
    {
        using TemporaryFolder folder = new();
        Everything(folder, recordings: 1);
        File.WriteAllText(folder.PathOf("campaign.json"), Campaign(FaultCampaign.Faults.Except(["disk full", "late policy"])));
        Assert.Equal($"campaign.json: 2 of {FaultCampaign.Faults.Count} rows of the table are missing: late policy, disk full", Lines(ReportTests.Of(folder.PathOf(""), withReadiness: true)).Single(line => line.Item == "fallback").Evidence);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("no recording")]
    public void A_file_that_is_cut_or_cannot_be_read_is_no_complete_log(string what)
    {
        using TemporaryFolder folder = new();
        Everything(folder, recordings: 1);
        byte[] bytes = File.ReadAllBytes(folder.PathOf("run-00.mcap"));
        File.WriteAllBytes(folder.PathOf("run-01.mcap"), what == "cut" ? bytes[..(bytes.Length / 2)] : Encoding.UTF8.GetBytes(what));
        (_, string state, string evidence) = Lines(ReportTests.Of(folder.PathOf(""), withReadiness: true)).Single(line => line.Item == "logging");
        Assert.Equal("found_wanting", state);
        Assert.StartsWith("run-01.mcap: ", evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(34, 34, "not_shown")]
    [InlineData(35, 35, "shown")]
    [InlineData(5, 10, "found_wanting")]
    public void Success_needs_the_lower_end_of_the_interval(int successes, int episodes, string state)
    {
        using TemporaryFolder folder = new();
        for (int i = 0; i < episodes; i++)
        {
            new ReportScene { Steps = 5, Success = i < successes }.Write(folder.PathOf($"run-{i:00}.mcap"));
        }

        Assert.Equal(state, States(ReportTests.Of(folder.PathOf(""), withReadiness: true))["success"]);
    }

    [Fact]
    public void Of_a_proxy_the_rows_of_two_chunks_are_no_motion()
    {
        using TemporaryFolder folder = new();
        ReportScene scene = Good with { JumpTick = 60, Session = Good.Session with { Facts = new Dictionary<string, string> { ["interlock.proxy.client"] = "1" } } };
        string Evidence(ReportScene one) => Lines(ReportTests.Of(one.Write(folder.PathOf($"run-{one.JumpTick}.mcap")), withReadiness: true)).Single(line => line.Item == "velocity").Evidence;

        // A chunk comes every 20 steps.
        string between = Evidence(scene);
        Assert.Contains("nearest to its limit shoulder.pos with 149.9", between, StringComparison.Ordinal);
        Assert.EndsWith("n = 114 commands, 6 beginnings of a motion were compared with nothing", between, StringComparison.Ordinal);
        Assert.Contains("elbow.pos with 45.", Evidence(scene with { JumpTick = 65 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_motion_that_begins_far_from_where_the_arm_was_measured_is_found_wanting()
    {
        using TemporaryFolder folder = new();
        Everything(folder, recordings: 0);
        (Contract(Good, "max_velocity: 400", "max_velocity: 49") with { Steps = 1 }).Write(folder.PathOf("run.mcap"));
        Assert.Contains("shoulder.pos with 50 deg/s of 49 deg/s", Lines(ReportTests.Of(folder.PathOf("run.mcap"), withReadiness: true)).Single(line => line.Item == "velocity").Evidence, StringComparison.Ordinal);
    }

    private static ReportScene Contract(ReportScene scene, string part, string other)
    {
        Assert.Contains(part, ReportScene.Contract, StringComparison.Ordinal);
        return scene with { ContractText = ReportScene.Contract.Replace(part, other, StringComparison.Ordinal) };
    }

    private static void Everything(TemporaryFolder folder, int recordings)
    {
        for (int i = 0; i < recordings; i++)
        {
            Good.Write(folder.PathOf($"run-{i:00}.mcap"));
        }

        File.WriteAllText(folder.PathOf("two.ack.yaml"), Acknowledgements);
        File.WriteAllText(folder.PathOf("arm.confidence.json"), Confidence);
        File.WriteAllText(folder.PathOf("campaign.json"), Campaign(FaultCampaign.Faults));
    }

    private static string Campaign(IEnumerable<string> faults) =>
        $$"""{ "interlock": "demo-campaign/1", "runs": 5, "rows": [ {{string.Join(", ", faults.Select(fault => $$"""{ "fault": "{{fault}}", "as_expected": true }"""))}} ] }""";

    private static Dictionary<string, string> States(Report report) => Lines(report).ToDictionary(line => line.Item, line => line.State);

    private static (string Item, string State, string Evidence)[] Lines(Report report) => [.. ReportTests.Json(report).GetProperty("readiness").GetProperty("lines").EnumerateArray()
        .Select(line => (line.GetProperty("item").GetString()!, line.GetProperty("state").GetString()!, line.GetProperty("evidence").GetString()!))];
}
