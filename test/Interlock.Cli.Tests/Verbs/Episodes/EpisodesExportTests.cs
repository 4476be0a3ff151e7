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

    [Fact]
    public async Task A_recording_becomes_a_file_of_ROS_2_messages()
    {
        string recording = SampleRecording.Write(_folder, "a.mcap");
        string target = Path.Combine(_folder.Root, "out", "a.ros2.mcap");
        Invocation run = await Invocation.RunAsync("episodes", "export", recording, "--format", "ros2", "-o", target, "--json");
        Assert.Equal((SampleRecording.Ticks, "ros2"), (run.Json.GetProperty("steps").GetInt32(), run.Json.GetProperty("format").GetString()));
        Assert.Single(Directory.GetFileSystemEntries(Path.Combine(_folder.Root, "out")));
        long whole = new FileInfo(target).Length;
        Assert.Contains("RC051", (await Invocation.RunAsync("episodes", "export", recording, "--format", "ros2", "-o", target)).LastErrorLine, StringComparison.Ordinal);
        string thin = Path.Combine(_folder.Root, "thin.mcap");
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("episodes", "export", recording, "--format", "ros2", "-o", thin, "--fps", "5")).ExitCode);
        Assert.True(new FileInfo(thin).Length < whole / 3);
    }

    [Fact]
    public async Task Several_recordings_become_a_folder_of_ROS_2_messages_or_nothing()
    {
        string[] recordings = [SampleRecording.Write(_folder, "a.mcap"), SampleRecording.Write(_folder, "b.mcap")];
        string target = Path.Combine(_folder.Root, "out");
        string junk = _folder.Write("junk.mcap", "hello");
        Assert.Contains("RC001", (await Invocation.RunAsync("episodes", "export", recordings[0], junk, "--format", "ros2", "-o", target)).LastErrorLine, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(target));
        Invocation run = await Invocation.RunAsync(["episodes", "export", .. recordings, "--format", "ros2", "-o", target]);
        Assert.Contains($"2 recordings, {2 * SampleRecording.Ticks} steps", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(["a.mcap", "b.mcap"], Directory.GetFiles(target).Select(Path.GetFileName).Order());
        string other = SampleRecording.Write(_folder, "other/a.mcap");
        Assert.Contains("RC063", (await Invocation.RunAsync("episodes", "export", recordings[0], other, "--format", "ros2", "-o", target + "2")).LastErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format", "ros2", "--out", "x")]
    [InlineData("--format", "ros2", "--out", "x.mcap", "--signal", "guarded")]
    public async Task What_does_not_fit_ROS_2_is_a_wrong_command_line(params string[] words) => Assert.Equal(
        ExitCode.Usage, (await Invocation.RunAsync(["episodes", "export", SampleRecording.Write(_folder, "a.mcap"), .. words])).ExitCode);
}
