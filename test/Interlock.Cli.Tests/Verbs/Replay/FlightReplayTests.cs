using System.Text.Json;
using Interlock.Cli.Tests.EndToEnd;
using Interlock.Cli.Tests.Verbs.Record;

namespace Interlock.Cli.Tests.Verbs.Replay;

public sealed class FlightReplayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_recorded_contract_decides_as_it_did()
    {
        Invocation run = await Invocation.RunAsync("replay", SampleRecording.Write(_folder, "run.mcap"));
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Equal("identical verdicts and commands: 200 of 200 steps", run.LastOutputLine);
    }

    [Fact]
    public async Task Another_contract_says_what_it_would_have_done_and_where()
    {
        string path = SampleRecording.Write(_folder, "run.mcap");
        string other = _folder.Write("other.contract.yaml", SyntheticRecording.Contract().Replace("mode: clip", "mode: stop", StringComparison.Ordinal));
        JsonElement json = (await Invocation.RunAsync("replay", path, "--guard", other, "--json")).Json;
        Assert.True(json.GetProperty("what_if").GetBoolean());
        JsonElement first = json.GetProperty("interventions")[0];
        Assert.True(first.GetProperty("tick").GetInt64() > 0);
        Assert.StartsWith("GD", first.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Equal(200, json.GetProperty("steps").GetInt32());
    }

    [Fact]
    public async Task A_recording_without_a_contract_or_a_contract_for_others_is_refused()
    {
        string path = SampleRecording.Write(_folder, "run.mcap", attach: false);
        Invocation run = await Invocation.RunAsync("replay", path);
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Contains("RT180", run.LastErrorLine, StringComparison.Ordinal);
        string other = _folder.Write("other.contract.yaml", SyntheticRecording.Contract().Replace("name: gripper", "name: claw", StringComparison.Ordinal));
        Assert.Contains("RT181", (await Invocation.RunAsync("replay", path, "--guard", other)).LastErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run.mcap", "--contract", "x.contract.yaml")]
    [InlineData("run.mcap", "--jsonl")]
    [InlineData("demos.csv")]
    [InlineData("demos.csv", "--contract", "x.contract.yaml", "--guard", "y.contract.yaml")]
    public async Task Options_of_the_other_kind_are_wrong_usage(params string[] words) =>
        Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync(["replay", .. words])).ExitCode);
}
