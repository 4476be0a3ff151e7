using System.Security.Cryptography;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Certificates.Making;

namespace Interlock.ExecSpec.Tests.Certificates.Making;

public sealed class EvidenceFileTests : IDisposable
{
    private static readonly EvidenceSubject Subject = new(new string('a', 64), new string('b', 64));

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_replay_report_is_read_in_its_own_words_and_pinned_as_a_whole()
    {
        const string Report = """{"kind":"replay","suite":"goal","valid":28,"identity":28,"substituted":{"spatial":2},"seed":7,"scope":"open loop"}""";
        string path = _folder.Write("replay.json", Report);
        EvidenceEntry entry = Read(path);
        Assert.Equal((EvidenceKind.Replay, "goal", 28, 28, "open loop"), (entry.Kind, entry.Suite, entry.Trials, entry.Successes, entry.Text));
        Assert.Equal(2, entry.Substituted["spatial"]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), entry.ReportSha256);
    }

    [Fact]
    public void Evidence_may_be_a_part_of_a_larger_report()
    {
        string path = _folder.Write("receipt.json", """{"findings":[{"code":"EX025"}],"evidence":{"kind":"probe","trials":99,"successes":99}}""");
        EvidenceEntry entry = Read(path);
        Assert.Equal((EvidenceKind.Probe, 99, 99), (entry.Kind, entry.Trials, entry.Successes));
    }

    [Theory]
    [InlineData("""{"kind":"replay","trials":3}""", "successes")]
    [InlineData("""{"kind":"replay","trials":3,"successes":4}""", "successes")]
    [InlineData("""{"kind":"replay","trials":3,"successes":3,"substituted":{"a":4}}""", "substituted")]
    [InlineData("""{"kind":"replay","trials":-1,"successes":-1}""", "trials")]
    [InlineData("""{"kind":"rumour","trials":3,"successes":3}""", "kind")]
    [InlineData("""{"trials":3,"successes":3}""", "kind")]
    [InlineData("""{"kind":"note","text":"line\nbreak"}""", "text")]
    [InlineData("""{"kind":"note","kind":"replay"}""", "JSON")]
    [InlineData("not a report", "JSON")]
    [InlineData("[]", "object")]
    [InlineData("""{"kind":"probe","trials":1,"successes":1,"spec_sha256":"cc"}""", "is about specification cc")]
    [InlineData("""{"kind":"probe","trials":1,"successes":1,"statistics_fingerprint":"dd"}""", "statistics dd")]
    public void A_report_that_says_nothing_usable_is_refused(string report, string words)
    {
        string path = _folder.Write("report.json", report);
        DiagnosticException refused = Assert.Throws<DiagnosticException>(() => Read(path));
        Assert.All(refused.Diagnostics, item => Assert.Equal("EX215", item.Code));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_is_not_there_is_refused() =>
        Assert.Throws<DiagnosticException>(() => Read(_folder.PathOf("nothing.json")));

    [Theory]
    [InlineData("", 1)]
    [InlineData("\"spec_sha256\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",", 0)]
    public void A_report_that_does_not_say_what_it_is_about_gets_a_warning(string about, int warnings)
    {
        DiagnosticCollector findings = new();
        EvidenceFile.Read(_folder.Write("report.json", $$"""{{{about}}"kind":"probe","trials":1,"successes":1}"""), Subject, findings);
        Assert.Equal(warnings, findings.Items.Count(item => item.Code == "EX215" && item.Severity == DiagnosticSeverity.Warning));
    }

    public void Dispose() => _folder.Dispose();

    private static EvidenceEntry Read(string path) => EvidenceFile.Read(path, Subject, new DiagnosticCollector());
}
