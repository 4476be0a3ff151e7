using System.Text.Json;
using Interlock.Cli.Tests.Verbs.Record;

namespace Interlock.Cli.Tests.Verbs.Episodes;

public sealed class EpisodesVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_file_is_listed_with_its_state()
    {
        Fill();
        JsonElement[] episodes = [.. (await Invocation.RunAsync("episodes", _folder.Root, "--json")).Json.GetProperty("episodes").EnumerateArray()];
        Assert.Equal(
            [("a.mcap", "finished"), ("cut.mcap", "unfinished"), (Path.Combine("deep", "b.mcap"), "finished"), ("junk.mcap", "unreadable")],
            episodes.Select(item => (item.GetProperty("file").GetString(), item.GetProperty("state").GetString())));
        Assert.Equal("RC001", episodes[3].GetProperty("fault").GetString());
        Assert.Equal(("success", 200), (episodes[0].GetProperty("outcome").GetString(), episodes[0].GetProperty("steps").GetInt32()));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(140)]
    public async Task The_list_keeps_to_the_width_of_the_terminal(int width)
    {
        Fill();
        Invocation run = await Invocation.RunAsync(width, ["episodes", _folder.Root]);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
        Assert.Contains("unreadable", run.Output, StringComparison.Ordinal);
        Assert.Contains("4 recordings", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outcome=success", 1)]
    [InlineData("outcome=failure", 1)]
    [InlineData("outcome!=failure", 3)]
    [InlineData("steps>=200 state=finished", 2)]
    [InlineData("steps<200", 1)]
    [InlineData("task:PUSH", 3)]
    [InlineData("\"task=push the T\" file:deep", 1)]
    [InlineData("date>2023-01-01", 3)]
    [InlineData("state=unreadable", 1)]
    [InlineData("sine", 3)]
    [InlineData("tag:grasp", 0)]
    public async Task A_filter_leaves_what_it_says(string filter, int expected)
    {
        Fill();
        Invocation run = await Invocation.RunAsync("episodes", _folder.Root, "--filter", filter, "--json");
        Assert.Equal(expected, run.Json.GetProperty("episodes").GetArrayLength());
    }

    [Theory]
    [InlineData("tagg:x")]
    [InlineData("steps>many")]
    [InlineData("\"open")]
    public async Task A_filter_that_makes_no_sense_is_refused(string filter) =>
        Assert.Contains("RC052", (await Invocation.RunAsync("episodes", _folder.Root, "--filter", filter)).LastErrorLine, StringComparison.Ordinal);

    [Fact]
    public async Task An_empty_folder_and_a_missing_one_are_said()
    {
        Invocation empty = await Invocation.RunAsync("episodes", _folder.Root);
        Assert.Equal(ExitCode.Ok, empty.ExitCode);
        Assert.Contains("no recordings", empty.Output, StringComparison.Ordinal);
        Assert.Contains("RC029", (await Invocation.RunAsync("episodes", Path.Combine(_folder.Root, "none"))).LastErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_and_notes_come_go_and_are_found()
    {
        string path = SampleRecording.Write(_folder, "a.mcap", success: true);
        byte[] before = await File.ReadAllBytesAsync(path);
        Assert.Equal($"{path}: good grasp", Unwrapped(await Invocation.RunAsync("episodes", "tag", path, "+good", "+grasp", "+good", "-bad")));
        Assert.Equal($"{path}: grasp", Unwrapped(await Invocation.RunAsync("episodes", "tag", path, "-good")));
        await Invocation.RunAsync("episodes", "note", path, "slipped at the handle", "--outcome", "failure");
        JsonElement found = (await Invocation.RunAsync("episodes", _folder.Root, "--filter", "tag:grasp outcome=failure note:handle", "--json")).Json.GetProperty("episodes")[0];
        Assert.Equal("slipped at the handle", found.GetProperty("note").GetString());
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
        Assert.Contains("RC053", (await Invocation.RunAsync("episodes", "tag", path + "x", "+good")).LastErrorLine, StringComparison.Ordinal);
        Assert.Contains("RC054", (await Invocation.RunAsync("episodes", "tag", path, "+a b")).LastErrorLine, StringComparison.Ordinal);
    }

    private static string Unwrapped(Invocation run) => string.Join(' ', run.Output.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private void Fill()
    {
        string path = SampleRecording.Write(_folder, "a.mcap", success: true);
        SampleRecording.Write(_folder, Path.Combine("deep", "b.mcap"), success: false);
        _folder.Write("cut.mcap", File.ReadAllBytes(path)[..(int)(new FileInfo(path).Length / 2)]);
        _folder.Write("junk.mcap", "hello");
    }
}
