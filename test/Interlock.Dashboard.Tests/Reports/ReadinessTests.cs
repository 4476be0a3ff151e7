using System.Text.Json;
using Interlock.Dashboard.Reports;

namespace Interlock.Dashboard.Tests.Reports;

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
    private const string Campaign = """{ "interlock": "demo-campaign/1", "runs": 5, "rows": [ { "fault": "nan", "as_expected": true } ] }""";

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
    public void With_evidence_for_everything_every_line_is_shown()
    {
        using TemporaryFolder folder = new();
        Everything(folder);
        Report report = ReportTests.Of(Path.GetDirectoryName(folder.PathOf("x"))!, withReadiness: true);
        Assert.Equal(["shown"], States(report).Values.Distinct());
        Assert.True(report.IsReady);
    }

    [Theory]
    [InlineData("velocity", "max_velocity: 8, ", "")]
    [InlineData("acceleration", ", max_acceleration: 200", "")]
    [InlineData("bounds", "min: -2, ", "")]
    [InlineData("bounds", "max: 90", "max: 80")]
    [InlineData("force", "max_force_n: 20", "max_force_n: 2")]
    [InlineData("latency", "max_age_ms: 200", "max_age_ms: 30")]
    [InlineData("monitoring", ", calibration: two.calibration.json", "")]
    public void What_the_contract_or_the_run_lacks_is_found_wanting(string line, string part, string other)
    {
        using TemporaryFolder folder = new();
        string path = new ReportScene { ContractText = ReportScene.Contract.Replace(part, other, StringComparison.Ordinal) }.Write(folder.PathOf("run.mcap"));
        Assert.Equal("found_wanting", States(ReportTests.Of(path, withReadiness: true))[line]);
    }

    [Fact]
    public void A_contract_that_only_watches_does_not_count()
    {
        using TemporaryFolder folder = new();
        string path = new ReportScene { ContractText = ReportScene.Contract + "\nmode: monitor\n" }.Write(folder.PathOf("run.mcap"));
        Assert.Equal("found_wanting", States(ReportTests.Of(path, withReadiness: true))["bounds"]);
    }

    [Theory]
    [InlineData("emergency_stop", "two.ack.yaml", "robot: bench-arm", "robot: another-arm")]
    [InlineData("emergency_stop", "two.ack.yaml", "date: 2026-03-01", "date: recently")]
    [InlineData("deadman", "two.ack.yaml", "name: \"A. Person\", ", "")]
    [InlineData("fallback", "campaign.json", "\"rows\": [ { \"fault\": \"nan\", \"as_expected\": true } ]", "\"rows\": []")]
    [InlineData("confidence", "arm.confidence.json", "confidence/1", "confidence/9")]
    public void Evidence_that_lacks_something_shows_nothing(string line, string file, string part, string other)
    {
        using TemporaryFolder folder = new();
        Everything(folder);
        string path = folder.PathOf(file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(part, other, StringComparison.Ordinal));
        Assert.Equal("not_shown", States(ReportTests.Of(Path.GetDirectoryName(path)!, withReadiness: true))[line]);
    }

    [Fact]
    public void A_campaign_with_a_wrong_reaction_is_found_wanting()
    {
        using TemporaryFolder folder = new();
        Everything(folder);
        File.WriteAllText(folder.PathOf("campaign.json"), Campaign.Replace("true", "false", StringComparison.Ordinal));
        Assert.Equal("found_wanting", States(ReportTests.Of(Path.GetDirectoryName(folder.PathOf("x"))!, withReadiness: true))["fallback"]);
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

        Assert.Equal(state, States(ReportTests.Of(Path.GetDirectoryName(folder.PathOf("x"))!, withReadiness: true))["success"]);
    }

    private static void Everything(TemporaryFolder folder)
    {
        for (int i = 0; i < 35; i++)
        {
            new ReportScene { Steps = 120, Files = [("effective.run.yaml", "application/yaml", System.Text.Encoding.UTF8.GetBytes(RunFile))] }.Write(folder.PathOf($"run-{i:00}.mcap"));
        }

        File.WriteAllText(folder.PathOf("two.ack.yaml"), Acknowledgements);
        File.WriteAllText(folder.PathOf("arm.confidence.json"), Confidence);
        File.WriteAllText(folder.PathOf("campaign.json"), Campaign);
    }

    private static Dictionary<string, string> States(Report report) => ReportTests.Json(report).GetProperty("readiness").GetProperty("lines").EnumerateArray()
        .ToDictionary(line => line.GetProperty("item").GetString()!, line => line.GetProperty("state").GetString()!);
}
