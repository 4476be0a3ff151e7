using System.Text.Json;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Telemetry.Alerts;
using Interlock.Runtime.Telemetry.Alerts.Sinks;
using Interlock.TestSupport;
using Xunit;

namespace Interlock.Runtime.Tests.Telemetry;

public sealed class FileSinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_alert_is_a_line_of_JSON_also_after_a_line_that_was_cut()
    {
        string path = _folder.Write("a/alerts.jsonl", "{\"text\":\"cut");
        FileSink sink = new(path, 1 << 20, 3);
        await sink.SendAsync(Notice("quote \" and \n line"), default);
        await sink.SendAsync(Notice("second"), default);
        string[] lines = File.ReadAllLines(path);
        Assert.Equal(3, lines.Length);
        using JsonDocument second = JsonDocument.Parse(lines[1]);
        Assert.Equal("GD110", second.RootElement.GetProperty("code").GetString());
        Assert.Equal("warning arm: quote \" and · line", second.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_file_that_would_grow_beyond_its_bound_is_renamed_and_the_oldest_goes()
    {
        string path = _folder.PathOf("alerts.jsonl");
        FileSink sink = new(path, 1024, 2);
        for (int i = 0; i < 40; i++)
        {
            await sink.SendAsync(Notice($"number {i}"), default);
        }

        Assert.Equal(["alerts.jsonl", "alerts.jsonl.1", "alerts.jsonl.2"], Directory.EnumerateFiles(_folder.Root).Select(Path.GetFileName).Order());
        Assert.All(Directory.EnumerateFiles(_folder.Root), file => Assert.InRange(new FileInfo(file).Length, 1, 1024));
        Assert.Contains("number 39", File.ReadLines(path).Last());
        Assert.All(Directory.EnumerateFiles(_folder.Root).SelectMany(File.ReadLines), line => JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told_without_its_path()
    {
        FileSink sink = new(_folder.Root, 1024, 2);
        AlertSinkException failure = await Assert.ThrowsAsync<AlertSinkException>(() => sink.SendAsync(Notice("x"), default).AsTask());
        Assert.DoesNotContain(_folder.Root, failure.Message);
    }

    private static AlertNotice Notice(string sentence) =>
        new(new Alert(FlightLevel.Warning, "GD110", "j1", sentence), DateTimeOffset.UnixEpoch, "arm", 0, 0);
}
