using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Interlock.Dashboard.Reports;
using Interlock.Recording.Episodes;

namespace Interlock.Dashboard.Tests.Reports;

/// <summary>Names and texts in a recording are data, whatever they look like.</summary>
public sealed class HostileReportTests
{
    private const string Attack = "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u202e\u0007\ud83e\udd16";

    [Fact]
    public void Markup_in_every_text_stays_text()
    {
        using TemporaryFolder folder = new();
        ReportScene scene = new()
        {
            Shoulder = Attack,
            ContractText = null,
            Outcome = Attack,
            IsStopped = true,
            HasImages = true,
            Camera = Attack,
            Monitor = Attack,
            Files = [(Attack, Attack, "x"u8.ToArray()), ("receipt.json", "application/json", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { checks = new[] { new { code = Attack, status = Attack, subject = Attack, message = Attack } } })))],
        };
        string path = (scene with { Session = scene.Session with { RunId = Attack, Task = Attack, Policy = Attack, Robot = Attack, CertificateLevel = Attack, SoftwareVersion = Attack } })
            .Write(folder.PathOf("run' $(x).mcap"));
        new RecordingNotes { Tags = [Attack], Note = Attack }.Write(path);
        WriteEvidence(folder);
        Report report = Report.Of(new ReportRequest { Path = path, WithReadiness = true, Title = Attack, SoftwareVersion = Attack });
        XElement page = Pages.AssertParses(report.Html);
        Assert.Single(page.Descendants("title"));
        Assert.NotEmpty(page.Descendants("img"));
        Assert.All(["not as expected: </title>", "pressed </title>"], words => Assert.Contains(words, page.Value, StringComparison.Ordinal));
        Assert.DoesNotContain('\u202e', report.Html);
        Assert.Contains("interlock replay &#39;run&#39;\\&#39;&#39; $(x).mcap&#39;", report.Html, StringComparison.Ordinal);
        Assert.NotEmpty(XDocument.Parse(report.ToJUnit()).Descendants("testcase"));
        using JsonDocument sarif = JsonDocument.Parse(report.ToSarif());
        using JsonDocument json = JsonDocument.Parse(ReportTests.JsonOf(report));
        Assert.Equal(Attack, json.RootElement.GetProperty("episodes")[0].GetProperty("task").GetString());
    }

    [Fact]
    public void Markup_in_the_name_of_a_file_stays_text_where_recordings_are_reported_on_together()
    {
        using TemporaryFolder folder = new();
        string name = "<script>alert(1)<script>\"'&.mcap";
        new ReportScene().Write(folder.PathOf(name));
        File.WriteAllText(folder.PathOf($"broken{name}"), "no recording");
        Report report = ReportTests.Of(folder.Root, withReadiness: true);
        XElement page = Pages.AssertParses(report.Html);
        Assert.Contains(page.Descendants("h2"), heading => heading.Value == name);
        Assert.NotEmpty(XDocument.Parse(report.ToJUnit()).Descendants("testcase"));
        using JsonDocument sarif = JsonDocument.Parse(report.ToSarif());
    }

    [Fact]
    public void A_huge_attachment_is_listed_and_not_loaded()
    {
        using TemporaryFolder folder = new();
        string path = new ReportScene { Files = [("huge.bin", "application/octet-stream", new byte[12 << 20])] }.Write(folder.PathOf("run.mcap"));
        JsonElement huge = ReportTests.Json(ReportTests.Of(path)).GetProperty("episodes")[0].GetProperty("attachments").EnumerateArray().Single(file => file.GetProperty("name").GetString() == "huge.bin");
        Assert.Equal((12 << 20, JsonValueKind.Null), (huge.GetProperty("bytes").GetInt32(), huge.GetProperty("sha256").ValueKind));
    }

    [Fact]
    public void A_damaged_chunk_costs_its_pictures_and_is_a_finding()
    {
        using TemporaryFolder folder = new();
        string path = new ReportScene { IsStopped = true, Steps = 400 }.Write(folder.PathOf("run.mcap"));
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().IndexOf("\"tick\":150,"u8) + 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        Report report = ReportTests.Of(path);
        Pages.AssertParses(report.Html);
        Assert.Contains("RC006", report.Html, StringComparison.Ordinal);
    }

    private static void WriteEvidence(TemporaryFolder folder)
    {
        string attack = JsonSerializer.Serialize(Attack);
        File.WriteAllText(folder.PathOf("a.ack.yaml"), $$"""
            interlock: ack/1
            acknowledgements:
              - { subject: emergency_stop, name: {{attack}}, date: 2026-03-01, statement: {{JsonSerializer.Serialize($"pressed {Attack}")}} }
            """);
        File.WriteAllText(folder.PathOf("campaign.json"), $$"""{ "interlock": "demo-campaign/1", "runs": 1, "rows": [ { "fault": {{attack}}, "as_expected": false } ] }""");
        File.WriteAllText(folder.PathOf("a.confidence.json"), $$"""{ "interlock": "confidence/1", "claim": {{attack}}, "signals": [ { "episode_scores": [1] } ] }""");
    }

    [Theory]
    [InlineData("effective.run.yaml", "supervisor: [not, a, mapping")]
    [InlineData("effective.run.yaml", "a: &a [*a]")]
    [InlineData("receipt.json", "{ \"checks\": 7")]
    [InlineData("receipt.json", "{ \"checks\": [1, null, { \"code\": 3 }] }")]
    [InlineData("other.calibration.json", "[]")]
    public void Attachments_that_are_not_what_they_are_called_do_no_harm(string name, string text)
    {
        using TemporaryFolder folder = new();
        string path = new ReportScene { ContractText = null, Files = [(name, "text/plain", Encoding.UTF8.GetBytes(text))] }.Write(folder.PathOf("run.mcap"));
        Pages.AssertParses(ReportTests.Of(path, withReadiness: true).Html);
    }
}
