using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Reports;

namespace Interlock.Dashboard.Tests.Reports;

public sealed partial class ReportTests
{
    private static readonly DateTimeOffset Time = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void The_verdict_says_outcome_interventions_and_the_smallest_margin()
    {
        using TemporaryFolder folder = new();
        Report report = Of(new ReportScene().Write(folder.PathOf("run.mcap")));
        Assert.Equal(
            "The task was done. The guard stepped in at 25 of 200 steps (12.5 %), in 1 stretch; nothing was stopped. The smallest margin to a limit was 0.0 % of its span, at 2.00 s on shoulder.pos.",
            report.Verdict);
    }

    [Fact]
    public void The_verdict_of_a_stopped_run_says_when_and_why()
    {
        using TemporaryFolder folder = new();
        Report report = Of(new ReportScene { IsStopped = true, Success = null }.Write(folder.PathOf("run.mcap")));
        Assert.Contains("Nobody judged whether the task was done.", report.Verdict, StringComparison.Ordinal);
        Assert.Contains("A stop was latched at 3.00 s: no command keeps every limit on elbow.pos: 3, limit 2 (GD130).", report.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_recording_and_time_give_the_same_bytes()
    {
        using TemporaryFolder folder = new();
        string path = new ReportScene { IsStopped = true }.Write(folder.PathOf("run.mcap"));
        (Report first, Report again) = (Of(path), Of(path));
        Assert.Equal((first.Html, first.ToJUnit(), first.ToSarif(), JsonOf(first)), (again.Html, again.ToJUnit(), again.ToSarif(), JsonOf(again)));
        Assert.Contains("Report of 2026-03-04T05:06:07Z", first.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_needs_nothing_from_outside_and_runs_nothing()
    {
        using TemporaryFolder folder = new();
        string html = Of(new ReportScene().Write(folder.PathOf("run.mcap"))).Html;
        Assert.Contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Outside().Matches(html));
        Assert.Contains("interlock replay run.mcap", html, StringComparison.Ordinal);
        Assert.Contains("docs/codes/GD110.md", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_accepted_page_is_still_what_a_small_recording_gives()
    {
        using TemporaryFolder folder = new();
        string html = Of(new ReportScene { IsStopped = true }.Write(folder.PathOf("run.mcap"))).Html;
        Plots.Snapshots.Check("report-structure.txt", Structure(html));
    }

    [Fact]
    public void Digests_are_those_of_the_bytes()
    {
        using TemporaryFolder folder = new();
        string path = new ReportScene().Write(folder.PathOf("run.mcap"));
        JsonElement episode = Json(Of(path)).GetProperty("episodes")[0];
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))), episode.GetProperty("sha256").GetString());
        JsonElement contract = episode.GetProperty("attachments").EnumerateArray().Single(file => file.GetProperty("name").GetString() == "two.contract.yaml");
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(ReportScene.Contract))), contract.GetProperty("sha256").GetString());
    }

    [Fact]
    public void A_folder_is_reported_on_together_with_an_interval()
    {
        using TemporaryFolder folder = new();
        for (int i = 0; i < 4; i++)
        {
            new ReportScene { Success = i > 0, IsStopped = i == 0, Steps = 160 + i }.Write(folder.PathOf($"run-{i}.mcap"));
        }

        File.WriteAllText(folder.PathOf("broken.mcap"), "no recording");
        Report report = Of(Path.GetDirectoryName(folder.PathOf("x"))!);
        Assert.StartsWith("The task was done in 3 of 4 judged episodes (75.0 %; 95 % interval 30.1 % to 95.4 %).", report.Verdict, StringComparison.Ordinal);
        JsonElement together = Json(report).GetProperty("together");
        Assert.Equal("run-0.mcap", together.GetProperty("worst")[0].GetString());
        Assert.Equal((4, 1), (together.GetProperty("stretches_per_episode").GetProperty("count").GetInt32() - 1, together.GetProperty("with_stop").GetProperty("count").GetInt32()));
        Assert.Contains(report.Problems, problem => problem.StartsWith("broken.mcap: RC", StringComparison.Ordinal));
        foreach (Match link in Regex.Matches(report.Html, "href=\"#([^\"]+)\""))
        {
            Assert.Contains($"id=\"{link.Groups[1].Value}\"", report.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_folder_without_recordings_is_a_finding() =>
        Assert.Equal("RC059", Assert.Throws<DiagnosticException>(() => { using TemporaryFolder folder = new(); Of(Path.GetDirectoryName(folder.PathOf("x"))!); }).Diagnostics[0].Code);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Recordings_of_no_step_and_of_one_have_a_report(int steps)
    {
        using TemporaryFolder folder = new();
        Report report = Of(new ReportScene { Steps = steps }.Write(folder.PathOf("run.mcap")));
        Pages.AssertParses(report.Html);
        Assert.Equal(steps, Json(report).GetProperty("episodes")[0].GetProperty("steps").GetInt32());
    }

    [Fact]
    public void Where_nothing_is_a_number_the_report_says_so()
    {
        using TemporaryFolder folder = new();
        Report report = Of(new ReportScene { IsNothingANumber = true }.Write(folder.PathOf("run.mcap")));
        Pages.AssertParses(report.Html);
        Assert.Contains("the margin to the limits was not a number, which counts as none", report.Verdict, StringComparison.Ordinal);
        XElement[] failures = [.. XDocument.Parse(report.ToJUnit()).Descendants("failure")];
        Assert.Contains(failures, failure => failure.Attribute("message")!.Value == "200 commands were not numbers");
    }

    [Fact]
    public void An_unfinished_recording_says_so()
    {
        using TemporaryFolder folder = new();
        byte[] whole = File.ReadAllBytes(new ReportScene { Steps = 1000 }.Write(folder.PathOf("run.mcap")));
        string cut = folder.PathOf("cut.mcap");
        File.WriteAllBytes(cut, whole[..(whole.Length / 2)]);
        Report report = Of(cut);
        Assert.Contains("The recording was not finished", report.Verdict, StringComparison.Ordinal);
        Pages.AssertParses(report.Html);
        Assert.DoesNotContain(Path.GetDirectoryName(cut)!, report.Html + report.ToSarif() + JsonOf(report), StringComparison.Ordinal);
    }

    [Fact]
    public void JUnit_has_a_case_for_each_promise()
    {
        using TemporaryFolder folder = new();
        XDocument junit = XDocument.Parse(Of(new ReportScene { IsStopped = true, Success = false, LatencyMs = 500 }.Write(folder.PathOf("run.mcap"))).ToJUnit());
        XElement suite = junit.Root!.Element("testsuite")!;
        Assert.Equal(["task", "not stopped", "bounds: shoulder.pos", "bounds: elbow.pos", "finite: shoulder.pos", "finite: elbow.pos", "latency", "recording complete"],
            suite.Elements("testcase").Select(each => each.Attribute("name")!.Value));
        Assert.Equal(["the task was not done: placed", "a stop was latched at 3.00 s: no command keeps every limit on elbow.pos: 3, limit 2 (GD130)", "the slowest answer took 500 ms, the budget is 200 ms"],
            suite.Descendants("failure").Select(failure => failure.Attribute("message")!.Value));
        Assert.Equal(("8", "3", "0"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("skipped")!.Value));
    }

    [Fact]
    public void Sarif_names_rule_place_and_channel_of_each_result()
    {
        using TemporaryFolder folder = new();
        using JsonDocument sarif = JsonDocument.Parse(Of(new ReportScene { IsStopped = true }.Write(folder.PathOf("a run.mcap"))).ToSarif());
        JsonElement run = sarif.RootElement.GetProperty("runs")[0];
        JsonElement rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), new[] { "none", "note", "warning", "error" });
            JsonElement place = result.GetProperty("locations")[0];
            Assert.Equal("a%20run.mcap", place.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        }

        JsonElement changed = run.GetProperty("results").EnumerateArray().Single(result => result.GetProperty("ruleId").GetString() == "GD110");
        Assert.Equal(("warning", 25, "shoulder.pos@tick 100"), (changed.GetProperty("level").GetString(), changed.GetProperty("occurrenceCount").GetInt32(),
            changed.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString()));
    }

    public static Report Of(string path, bool withReadiness = false) =>
        Report.Of(new ReportRequest { Path = path, GeneratedAt = Time, WithReadiness = withReadiness, SoftwareVersion = "1.2.3" });

    public static string JsonOf(Report report)
    {
        using MemoryStream stream = new();
        report.WriteJson(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public static JsonElement Json(Report report)
    {
        using JsonDocument document = JsonDocument.Parse(JsonOf(report));
        return document.RootElement.Clone();
    }

    // Headings, tables with their first rows, sizes of pictures: what a reader sees, without every point of every curve.
    private static string Structure(string html)
    {
        string body = html[html.IndexOf("<main>", StringComparison.Ordinal)..];
        string[] lines = PictureContent().Replace(body, "<svg/>").Split('\n');
        return string.Join('\n', lines.Select(line => Digest().Replace(line, "DIGEST"))) + "\n";
    }

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex PictureContent();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();

    // The namespace of SVG is a name, no address that is fetched.
    [GeneratedRegex("""(?:src|href|action|data)\s*=\s*"(?!#|data:)|url\((?!#)|@import|https?://(?!www\.w3\.org/(?:2000/svg|1999/xlink))""", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();
}
