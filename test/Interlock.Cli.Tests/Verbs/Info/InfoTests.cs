using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Info;

public sealed class InfoTests
{
    [Fact]
    public async Task A_file_is_described_with_its_channels_and_frames()
    {
        using TemporaryFolder folder = new();
        Invocation run = await Invocation.RunAsync("info", folder.Write("demo.csv", "a,b\n0,1\n2,1\n1,1\n"), "--json");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Equal(("csv", 1, 3), (run.Json.GetProperty("format").GetString(), run.Json.GetProperty("episodes").GetInt32(), run.Json.GetProperty("frames").GetInt32()));
        Assert.Equal(["a", "b"], run.Json.GetProperty("channels").EnumerateArray().Select(item => item.GetString()!));
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("fps").ValueKind);
    }

    [Fact]
    public async Task A_dataset_cannot_steer_the_terminal()
    {
        using TemporaryFolder folder = new();
        Invocation run = await Invocation.RunAsync("info", folder.Write("demo.csv", "a\u001b[31m\n0\n1\n"));
        Assert.DoesNotContain("\u001b", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_one_sentence_with_a_suggestion()
    {
        using TemporaryFolder folder = new();
        folder.Write("demo.csv", "a\n1\n");
        Invocation run = await Invocation.RunAsync("info", folder.PathOf("dmo.csv"));
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Contains("did you mean demo.csv?", run.LastErrorLine, StringComparison.Ordinal);
    }

    [SharedTheory("data/pusht")]
    [InlineData("pusht", "v3.0", 206, 10)]
    [InlineData("so101-record-test", "v3.0", 4, 30)]
    [InlineData("so101-leader-piper", "v3.0", 55, 15)]
    [InlineData("groot-gr1-44d", "v2.0", 5, 20)]
    public async Task Real_datasets_are_counted_as_an_independent_reader_counts_them(string name, string version, int episodes, double rateHz)
    {
        JsonElement json = (await Invocation.RunAsync("info", SharedFiles.PathOf($"data/{name}"), "--json")).Json;
        Assert.Equal(RowsOfOracle(name), json.GetProperty("frames").GetInt64());
        Assert.Equal((version, episodes, rateHz), (json.GetProperty("version").GetString(), json.GetProperty("episodes").GetInt32(), json.GetProperty("fps").GetDouble()));
    }

    [SharedFact("data/groot-gr1-44d")]
    public async Task What_is_odd_is_said_with_its_code()
    {
        Invocation run = await Invocation.RunAsync("info", SharedFiles.PathOf("data/groot-gr1-44d"));
        Assert.Contains("odd things:", run.Output, StringComparison.Ordinal);
        Assert.Contains("DS102 columns that LeRobot always writes are missing", run.Output, StringComparison.Ordinal);
    }

    private static long RowsOfOracle(string name)
    {
        using JsonDocument oracle = JsonDocument.Parse(File.ReadAllText(SharedFiles.PathOf($"data/{name}/oracle.json")));
        return oracle.RootElement.GetProperty("files").EnumerateObject()
            .Where(file => file.Name.StartsWith("data/", StringComparison.Ordinal))
            .Sum(file => file.Value.GetProperty("rows").GetInt64());
    }
}
