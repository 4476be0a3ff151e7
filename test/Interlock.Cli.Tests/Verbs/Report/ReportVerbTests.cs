using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Interlock.Cli.Tests.Verbs.Record;

namespace Interlock.Cli.Tests.Verbs.Report;

/// <summary>A report from the command line: every form of it, and every way in which it cannot be made.</summary>
public sealed class ReportVerbTests : IDisposable
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "docs", "schema", "report-v1.json"))).RootElement;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_recording_becomes_a_page_a_twin_a_test_result_and_a_log_of_findings()
    {
        string recording = SampleRecording.Write(_folder, "run.mcap", success: true);
        (Invocation run, string html, JsonElement json, string junit, string sarif) = await AllAsync(recording);
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.LastErrorLine));
        Assert.StartsWith("The task was done. The guard stepped in at", run.Output, StringComparison.Ordinal);
        Assert.Equal(["page.html", "twin.json", "junit.xml", "log.sarif"], run.Output.Split('\n').Where(line => line.StartsWith("written: ", StringComparison.Ordinal)).Select(line => Path.GetFileName(line["written: ".Length..])));
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Empty(JsonSchemaCheck.Faults(Schema, json));
        AssertJUnit(junit);
        AssertSarif(sarif);
    }

    [Fact]
    public async Task Readiness_of_a_folder_ends_with_2_unless_every_line_is_shown()
    {
        SampleRecording.Write(_folder, "a/run-1.mcap", success: true);
        SampleRecording.Write(_folder, "a/run-2.mcap", success: false);
        await File.WriteAllTextAsync(_folder.PathOf("a/broken.mcap"), "no recording");
        (Invocation run, _, JsonElement json, string junit, string sarif) = await AllAsync(_folder.PathOf("a"), "--readiness");
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Matches("^\\d of 12 lines of the checklist are shown, \\d+ found wanting, \\d+ not shown.$", run.LastErrorLine);
        Assert.Contains("broken.mcap: RC", run.Errors, StringComparison.Ordinal);
        Assert.Empty(JsonSchemaCheck.Faults(Schema, json));
        Assert.Equal(12, json.GetProperty("readiness").GetProperty("lines").GetArrayLength());
        AssertJUnit(junit);
        AssertSarif(sarif);
        Assert.Contains("\"ruleId\": \"RC", sarif, StringComparison.Ordinal);
        Assert.Equal(["run-1.mcap", "run-2.mcap", "readiness", "files"], XDocument.Parse(junit).Root!.Elements("testsuite").Select(suite => suite.Attribute("name")!.Value));
    }

    [Fact]
    public void The_check_of_the_schema_finds_what_is_missing_added_or_of_another_kind()
    {
        string recording = SampleRecording.Write(_folder, "run.mcap");
        JsonNode twin = JsonNode.Parse(File.ReadAllText(TwinOf(recording)))!;
        ((JsonObject)twin).Remove("verdict");
        twin["more"] = 1;
        twin["episodes"]![0]!["steps"] = "200";
        string[] faults = [.. JsonSchemaCheck.Faults(Schema, JsonSerializer.SerializeToElement(twin)).Select(fault => string.Join(' ', fault.Split(' ').Take(2)))];
        Assert.Equal(["$.episodes[0].steps: type", "$: additionalProperties", "$: required"], faults.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Numbers_that_are_none_fit_the_schema_as_words()
    {
        // The sample's last action is not a number.
        string text = await File.ReadAllTextAsync(TwinOf(SampleRecording.Write(_folder, "run.mcap")));
        Assert.Empty(JsonSchemaCheck.Faults(Schema, JsonDocument.Parse(text).RootElement));
    }

    [Fact]
    public async Task The_command_in_a_report_makes_the_same_report_again()
    {
        string recording = SampleRecording.Write(_folder, "it's a run.mcap");
        string twin = TwinOf(recording, "--readiness", "--title", "a 'title'");
        JsonElement first = JsonDocument.Parse(await File.ReadAllTextAsync(twin)).RootElement;
        string command = first.GetProperty("reproduce").GetString()!;
        Assert.Equal("""interlock report 'it'\''s a run.mcap' --readiness --title='a '\''title'\'''""", command);
        string again = TwinOf(recording, "--readiness", "--title=a 'title'");
        Assert.Equal(Timeless(await File.ReadAllTextAsync(twin)), Timeless(await File.ReadAllTextAsync(again)));
    }

    [Fact]
    public async Task A_recording_that_was_cut_is_reported_on_as_far_as_it_goes()
    {
        string recording = SampleRecording.Write(_folder, "run.mcap", success: true);
        byte[] whole = await File.ReadAllBytesAsync(recording);
        await File.WriteAllBytesAsync(_folder.PathOf("cut.mcap"), whole[..(whole.Length * 2 / 3)]);
        (Invocation run, string html, JsonElement json, string junit, _) = await AllAsync(_folder.PathOf("cut.mcap"));
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("The recording was not finished", string.Join(' ', run.Output.Split('\n')), StringComparison.Ordinal);
        Assert.Contains("The recorder did not come to its end", html, StringComparison.Ordinal);
        Assert.False(json.GetProperty("episodes")[0].GetProperty("health").GetProperty("is_finished").GetBoolean());
        Assert.Contains("the recorder did not come to its end", junit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing.mcap", null, "RC053")]
    [InlineData("table.csv", "a,b\n1,2\n", "RC053")]
    [InlineData("text.mcap", "no recording", "RC001")]
    [InlineData("empty", null, "RC053")]
    public async Task What_is_no_recording_is_a_finding_and_nothing_is_written(string name, string? text, string code)
    {
        if (text is not null)
        {
            await File.WriteAllTextAsync(_folder.PathOf(name), text);
        }

        await RefusedAsync(_folder.PathOf(name), code);
    }

    [Fact]
    public async Task A_folder_without_recordings_is_a_finding()
    {
        Directory.CreateDirectory(_folder.PathOf("empty"));
        await RefusedAsync(_folder.PathOf("empty"), "RC059");
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_leaves_no_part_of_the_report()
    {
        string recording = SampleRecording.Write(_folder, "run.mcap");
        Invocation run = await Invocation.RunAsync("report", recording, "-o", _folder.PathOf("page.html"), "--json", Path.Combine(recording, "twin.json"));
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Contains("cannot be written", run.LastErrorLine, StringComparison.Ordinal);
        Assert.Equal(["run.mcap"], Directory.EnumerateFileSystemEntries(_folder.Root).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("report", "run.mcap", "-o", "same.html", "--json", "same.html")]
    [InlineData("report", "run.mcap", "-o", "other.mcap")]
    [InlineData("report", "run.mcap", "--rediness")]
    public async Task An_unclear_wish_is_wrong_usage(params string[] words) => Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync(words)).ExitCode);

    private static string Timeless(string twin)
    {
        JsonNode node = JsonNode.Parse(twin)!;
        Assert.NotNull(node["generated_at"]);
        ((JsonObject)node).Remove("generated_at");
        return node.ToJsonString();
    }

    private static void AssertJUnit(string text)
    {
        XElement root = XDocument.Parse(text).Root!;
        Assert.Equal("testsuites", root.Name.LocalName);
        foreach (XElement level in root.Elements("testsuite").Append(root))
        {
            Assert.Equal(level.Descendants("testcase").Count(), (int)level.Attribute("tests")!);
            Assert.Equal(level.Descendants("failure").Count(), (int)level.Attribute("failures")!);
            Assert.Equal(level.Descendants("skipped").Count(), (int)level.Attribute("skipped")!);
        }

        Assert.All(root.Descendants("testcase"), each => Assert.True(each.Attribute("name")!.Value.Length > 0 && each.Attribute("classname")!.Value.Length > 0 && each.Elements().Count() <= 1));
    }

    // SARIF 2.1.0 §3.13 to §3.27: what a log, a run, a driver, a rule and a result must have.
    private static void AssertSarif(string text)
    {
        JsonElement log = JsonDocument.Parse(text).RootElement;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        JsonElement run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        JsonElement driver = run.GetProperty("tool").GetProperty("driver");
        Assert.NotEmpty(driver.GetProperty("name").GetString()!);
        string[] rules = [.. driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!)];
        Assert.Equal(rules.Distinct(), rules);
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
        {
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]);
            Assert.Contains(result.GetProperty("level").GetString(), new[] { "none", "note", "warning", "error" });
            Assert.True(result.GetProperty("occurrenceCount").GetInt64() >= 1);
            string uri = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
            Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative), uri);
        }
    }

    private async Task<(Invocation Run, string Html, JsonElement Json, string JUnit, string Sarif)> AllAsync(string recording, params string[] more)
    {
        string[] files = [_folder.PathOf("page.html"), _folder.PathOf("twin.json"), _folder.PathOf("junit.xml"), _folder.PathOf("log.sarif")];
        Invocation run = await Invocation.RunAsync(["report", recording, "-o", files[0], "--json", files[1], "--junit", files[2], "--sarif", files[3], .. more]);
        return (run, await File.ReadAllTextAsync(files[0]), JsonDocument.Parse(await File.ReadAllTextAsync(files[1])).RootElement, await File.ReadAllTextAsync(files[2]), await File.ReadAllTextAsync(files[3]));
    }

    private string TwinOf(string recording, params string[] more)
    {
        string twin = _folder.PathOf($"twin-{Directory.GetFiles(_folder.Root).Length}.json");
        _ = Invocation.RunAsync(["report", recording, "--json", twin, .. more]).GetAwaiter().GetResult();
        return twin;
    }

    private async Task RefusedAsync(string path, string code)
    {
        string[] before = Directory.GetFileSystemEntries(_folder.Root);
        Invocation run = await Invocation.RunAsync("report", path, "-o", _folder.PathOf("page.html"));
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Contains(code, run.LastErrorLine, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(_folder.Root));
    }
}
