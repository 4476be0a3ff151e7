using System.Text.Json;
using Interlock.TestSupport;
using Xunit;

namespace Interlock.Cli.Tests.Verbs.Run;

public sealed class RunVerbTests : IDisposable
{
    private const string Goal = "table-arm.execspec.json";

    private readonly TemporaryFolder _folder = new();

    private static string Example => Path.Combine(SharedFiles.RepositoryRoot, "examples/run/table-arm.run.yaml");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_tells_what_it_does_from_the_configuration_to_the_outcome()
    {
        Invocation run = await RunAsync();
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("contract     table-arm.contract.yaml", run.Output);
        Assert.Contains("the policy moves the robot", run.Output);
        Assert.Contains("episode 1: success", run.Output);
        Assert.Contains("next: interlock replay", run.LastOutputLine.Length > 0 ? run.Output : "");
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public async Task No_line_is_wider_than_the_terminal_but_for_a_path(int width)
    {
        Invocation run = await Invocation.RunAsync(width, Arguments());
        Assert.All(
            run.Output.Split('\n').Where(line => !line.Contains('/', StringComparison.Ordinal)),
            line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public async Task Json_is_one_document_with_snake_case_names()
    {
        JsonElement json = (await RunAsync("--json")).Json;
        Assert.True(json.GetProperty("started").GetBoolean());
        Assert.Equal("success", json.GetProperty("episodes")[0].GetProperty("outcome").GetString());
        Assert.Equal(0, json.GetProperty("records_dropped").GetInt64());
        Assert.NotEqual(0, json.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task Json_lines_are_one_for_each_event_and_the_outcome_last()
    {
        JsonElement[] lines = [.. (await RunAsync("--jsonl")).JsonLines];
        Assert.All(lines[..^1], line => Assert.True(line.TryGetProperty("message", out _)));
        Assert.True(lines[^1].GetProperty("ticks").GetInt64() > 100);
    }

    [Fact]
    public async Task Without_a_keyboard_and_without_start_nothing_is_prepared()
    {
        Invocation run = await RunAsync("--set", "supervisor.auto_start=false");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--start", run.LastErrorLine);
        Assert.Empty(Directory.GetFiles(_folder.Root, "*.mcap", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Start_says_what_a_key_would()
    {
        Invocation run = await RunAsync("--start", "--set", "supervisor.auto_start=false", "--set", "run.duration_s=1");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("the operator started", run.Output);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_peer_failure()
    {
        string[] unreachable =
        [
            "run", Path.Combine(SharedFiles.RepositoryRoot, "examples/run/openpi-arm.run.yaml"),
            "--set", "policy.url=ws://127.0.0.1:9/", "--set", $"recording.path={_folder.Root}",
        ];
        Invocation run = await Invocation.RunAsync(unreachable);
        Assert.Equal(5, run.ExitCode);
        Assert.Contains("PO1", run.LastErrorLine);
        Assert.Empty(Directory.GetFiles(_folder.Root, "*.mcap", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_certificate_of_what_runs_lets_it_start_and_another_one_does_not()
    {
        await CertifyAsync(gain: 1);
        string[] gate =
        [
            "--set", "robot.kind=simulated_arm", "--set", "policy.kind=scripted", "--set", $"policy.path={Waypoints()}", "--set", $"spec={_folder.PathOf(Goal)}",
            "--set", $"gate.certificate={_folder.PathOf("arm.cert.json")}", "--set", $"gate.trust={_folder.PathOf("trust")}", "--set", "run.duration_s=1", "--set", "cameras=[]",
        ];
        Invocation passed = await RunAsync(gate);
        Assert.True(passed.ExitCode == 0, passed.Errors + passed.Output);
        Assert.Contains("gate: passed, certificate level", passed.Output);

        Invocation tampered = await RunAsync([.. gate, "--set", $"gate.artefacts={_folder.PathOf("policy")}"]);
        Assert.Equal(0, tampered.ExitCode);
        _folder.Write("policy/config.json", "{ }");
        tampered = await RunAsync([.. gate, "--set", $"gate.artefacts={_folder.PathOf("policy")}"]);
        Assert.Equal(3, tampered.ExitCode);
        Assert.StartsWith("Refused to start: EX010", tampered.LastErrorLine);

        WriteSpec(Goal, gain: 2);
        Invocation refused = await RunAsync(gate);
        Assert.Equal(3, refused.ExitCode);
        Assert.StartsWith("Refused to start: EX", refused.LastErrorLine);
        JsonElement json = (await RunAsync([.. gate, "--json"])).Json;
        Assert.False(json.GetProperty("started").GetBoolean());
        Assert.False(json.GetProperty("gate").GetProperty("may_start").GetBoolean());
    }

    private async Task CertifyAsync(double gain)
    {
        WriteSpec(Goal, gain);
        _folder.Write("policy/config.json", "{}");
        foreach (string[] step in new string[][]
        {
            ["certify", "keygen", "-o", _folder.PathOf("owner")],
            ["certify", "create", "--spec", _folder.PathOf(Goal), "--artefacts", _folder.PathOf("policy"), "-o", _folder.PathOf("arm.cert.json")],
            ["certify", "sign", _folder.PathOf("arm.cert.json"), "--key", _folder.PathOf("owner.key.pem")],
        })
        {
            Invocation done = await Invocation.RunAsync(step);
            Assert.True(done.ExitCode == 0, done.Errors + done.Output);
        }

        Directory.CreateDirectory(_folder.PathOf("trust"));
        foreach (string key in Directory.GetFiles(_folder.Root, "owner*pub*"))
        {
            File.Copy(key, Path.Combine(_folder.PathOf("trust"), Path.GetFileName(key)));
        }
    }

    private void WriteSpec(string name, double gain)
    {
        string[] joints = ["shoulder_pan", "shoulder_lift", "elbow", "wrist_flex", "wrist_tilt", "wrist_roll"];
        string channels = string.Join(",", joints.Select(joint => $$"""{ "name": "{{joint}}", "role": "joint", "unit": "rad" }""")
            .Append("""{ "name": "gripper", "role": "gripper", "unit": "m" }"""));
        string low = string.Join(",", Enumerable.Repeat(-gain, 7));
        string high = string.Join(",", Enumerable.Repeat(gain, 7));
        _folder.Write(name, $$"""
            { "interlock": "execspec/1", "name": "table-arm",
              "action": { "channels": [{{channels}}], "rate_hz": 30, "quantity": "joint_position", "reference": "absolute" },
              "unnormaliser": { "key": "arm", "scheme": "min_max", "statistics": { "min": [{{low}}], "max": [{{high}}] } } }
            """);
    }

    private string Waypoints() => _folder.Write("still.waypoints.json", """
        { "interlock": "waypoints/1", "name": "still", "rate_hz": 30, "rows": 16, "repeat": true,
          "channels": ["shoulder_pan", "shoulder_lift", "elbow", "wrist_flex", "wrist_tilt", "wrist_roll", "gripper"],
          "waypoints": [ { "name": "here", "at_s": 0.5, "position": [0, 0, 0, 0, 0, 0, 0] }, { "name": "there", "at_s": 2, "position": [0.1, 0, 0, 0, 0, 0, 0.01] } ] }
        """);

    private Task<Invocation> RunAsync(params string[] more) => Invocation.RunAsync(Arguments(more));

    private string[] Arguments(params string[] more) =>
        ["run", Example, "--virtual-time", "--set", $"recording.path={_folder.Root}", .. more];
}
