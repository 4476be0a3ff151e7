using Interlock.Core.Diagnostics;
using Interlock.Recording.Episodes;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Recording.Tests.Episodes;

public sealed class EpisodeIndexTests
{
    [Fact]
    public void A_finished_and_an_unfinished_recording_are_listed_with_the_same_counts()
    {
        using TemporaryFolder folder = new();
        byte[] whole = Recording();
        folder.Write("a.mcap", whole);
        folder.Write("deep/b.mcap", whole[..whole.AsSpan().IndexOf("interlock.end"u8)]);
        EpisodeIndex index = EpisodeIndex.Of(folder.Root);
        Assert.Equal(["a.mcap", "b.mcap"], index.Entries.Select(entry => Path.GetFileName(entry.Path)));
        Assert.Equal([true, false], index.Entries.Select(entry => entry.IsFinished));
        Assert.All(index.Entries, entry =>
        {
            Assert.Equal(("run-7", "push the T", "scripted", "C2"), (entry.RunId, entry.Task, entry.Policy, entry.CertificateLevel));
            Assert.Equal((300, 2, 1), (entry.Steps, entry.Interventions, entry.Stops));
            Assert.Equal(TimeSpan.FromMilliseconds(299), entry.Length);
            Assert.Equal(1.0 / 300, entry.WorstMargin);
            Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), entry.StartedUtc);
        });
        Assert.Equal([true, null], index.Entries.Select(entry => entry.Success));
        Assert.Equal(["RC026"], index.Findings.Select(found => found.Code));
    }

    [Fact]
    public void A_file_that_is_no_recording_is_reported_and_the_others_are_listed()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.mcap", Recording());
        folder.Write("b.mcap", "no recording");
        EpisodeIndex index = EpisodeIndex.Of(folder.Root);
        Assert.Single(index.Entries);
        Assert.Equal([("RC001", DiagnosticSeverity.Warning)], index.Findings.Select(found => (found.Code, found.Severity)));
    }

    [Fact]
    public void Notes_lie_beside_the_recording_and_leave_it_alone()
    {
        using TemporaryFolder folder = new();
        byte[] recording = Recording();
        string path = folder.Write("a.mcap", recording);
        new RecordingNotes { Tags = ["demo", "slow"], Note = "light was off", Success = false }.Write(path);
        RecordingEntry entry = Assert.Single(EpisodeIndex.Of(folder.Root).Entries);
        Assert.Equal(["demo", "slow"], entry.Notes.Tags);
        Assert.Equal(("light was off", false), (entry.Notes.Note, entry.Success));
        Assert.Equal(recording, File.ReadAllBytes(path));
        Assert.Equal(2, Directory.GetFiles(folder.Root).Length);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"tags\":null}")]
    [InlineData("{\"tag\":[]}")]
    public void Notes_that_cannot_be_read_are_a_finding(string text)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.mcap", Recording());
        folder.Write("a.mcap.notes.json", text);
        EpisodeIndex index = EpisodeIndex.Of(folder.Root);
        Assert.Equal("RC027", Assert.Single(index.Findings).Code);
        Assert.True(Assert.Single(index.Entries).Success);
        Assert.Throws<DiagnosticException>(() => RecordingNotes.Read(path));
    }

    private static byte[] Recording()
    {
        MemoryStream stream = new();
        using (FlightRecorder recorder = FlightSample.Start(stream))
        {
            FlightSample.Run(recorder, 0, 300);
            foreach (FlightEventKind kind in (FlightEventKind[])[FlightEventKind.Intervention, FlightEventKind.Stop, FlightEventKind.Intervention])
            {
                recorder.TryEvent(new FlightEvent { MonotonicNs = FlightSample.StartNs, Kind = kind, Code = FlightCode.Of("GD001") });
            }

            recorder.SetOutcome(true);
        }

        return stream.ToArray();
    }
}
