using System.Text.Json;
using Interlock.Cli.Tests.Verbs.Record;

namespace Interlock.Cli.Tests.Verbs.Episodes;

public sealed class EpisodesExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("csv", "set.csv")]
    [InlineData("lerobot", "set")]
    public async Task What_was_exported_opens_as_a_dataset(string format, string name)
    {
        string first = SampleRecording.Write(_folder, "a.mcap", success: true);
        string second = SampleRecording.Write(_folder, "b.mcap", success: false);
        string target = Path.Combine(_folder.Root, "out", name);
        Invocation exported = await Invocation.RunAsync("episodes", "export", first, second, "--format", format, "--out", target, "--fps", "25", "--json");
        Assert.Equal((2, 200, 25.0), (exported.Json.GetProperty("episodes").GetInt32(), exported.Json.GetProperty("frames").GetInt32(), exported.Json.GetProperty("fps").GetDouble()));
        JsonElement info = (await Invocation.RunAsync("info", target, "--json")).Json;
        Assert.Contains("\"lift\"", info.GetRawText(), StringComparison.Ordinal);
        Invocation replayed = await Invocation.RunAsync("replay", target, "--contract", _folder.Write("c.contract.yaml", EndToEnd.SyntheticRecording.Contract()), "--json");
        Assert.Equal(200, replayed.Json.GetProperty("total").GetProperty("steps").GetInt32());
        Assert.Single(Directory.GetFileSystemEntries(Path.Combine(_folder.Root, "out")));
    }

    [Fact]
    public async Task Parquet_is_written_whole_or_not_at_all()
    {
        string recording = SampleRecording.Write(_folder, "a.mcap");
        string target = Path.Combine(_folder.Root, "out", "set.parquet");
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("episodes", "export", recording, "--format", "parquet", "--out", target)).ExitCode);
        Assert.Contains("DS240", (await Invocation.RunAsync("episodes", "export", recording, "--format", "parquet", "--out", target)).LastErrorLine, StringComparison.Ordinal);
        string junk = _folder.Write("junk.mcap", "hello");
        Assert.Contains("RC001", (await Invocation.RunAsync("episodes", "export", recording, junk, "--format", "parquet", "--out", target + "2.parquet")).LastErrorLine, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Path.Combine(_folder.Root, "out")));
    }

    [Fact]
    public async Task Outcomes_that_only_some_have_are_left_out_and_said()
    {
        string judged = SampleRecording.Write(_folder, "a.mcap", success: true);
        string open = SampleRecording.Write(_folder, "b.mcap");
        string target = Path.Combine(_folder.Root, "set");
        Invocation run = await Invocation.RunAsync("episodes", "export", judged, open, "--format", "lerobot", "--out", target);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("not every recording was judged", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("next.success", await File.ReadAllTextAsync(Path.Combine(target, "meta", "info.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_that_does_not_divide_and_a_name_that_cannot_be_opened_again_are_refused()
    {
        string recording = SampleRecording.Write(_folder, "a.mcap");
        Assert.Contains("RC055", (await Invocation.RunAsync("episodes", "export", recording, "--format", "csv", "--out", Path.Combine(_folder.Root, "x.csv"), "--fps", "33")).LastErrorLine, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync("episodes", "export", recording, "--format", "csv", "--out", "x")).ExitCode);
    }
}
