using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Demo;

public sealed class CampaignDemoTests
{
    private const int ScreenLines = 24;
    private const int ScreenColumns = 80;

    [Fact]
    public async Task A_newcomer_sees_every_fault_on_one_screen()
    {
        Invocation run = await Invocation.RunAsync("demo", "--fault", "all");
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.True(lines.Length <= ScreenLines, $"{lines.Length} lines");
        Assert.All(lines, line => Assert.True(line.Length <= ScreenColumns, line));
        Assert.Contains(lines, line => line.StartsWith("wrong key", StringComparison.Ordinal) && line.Contains("refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_json_has_a_row_for_every_fault()
    {
        Invocation run = await Invocation.RunAsync("demo", "--fault", "all", "--json");
        JsonElement root = run.Json;
        Assert.True(root.GetProperty("as_expected").GetBoolean());
        Assert.Equal(22, root.GetProperty("rows").GetArrayLength());
        Assert.Equal("protective_stop", root.GetProperty("rows").EnumerateArray().First(row => row.GetProperty("fault").GetString() == "robot disconnect").GetProperty("reaction").GetString());
    }

    [Fact]
    public async Task A_narrow_terminal_gets_it_in_blocks()
    {
        Invocation run = await Invocation.RunAsync(40, ["demo", "--fault", "all"]);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 40, line));
    }
}
