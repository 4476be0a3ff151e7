using System.Text.Json;
using Interlock.Cli.Verbs.Demo.WrongKey;
using Interlock.Cli.Verbs.Simulated;
using Interlock.ExecSpec.Specification;
using Interlock.Simulation.Displacements;
using Interlock.Simulation.Table;

namespace Interlock.Cli.Tests.Verbs.Demo;

public sealed class WrongKeyDemoTests
{
    [Fact]
    public async Task With_the_gate_on_nothing_starts_and_both_keys_are_named()
    {
        Invocation run = await Invocation.RunAsync("demo", "--fault", "wrong-key");

        Assert.Equal(ExitCode.RefusedToStart, run.ExitCode);
        Assert.Empty(run.Output);
        string text = run.Errors.ReplaceLineEndings(" ");
        Assert.Contains("The loaded statistics are table_right; the certified ones are table_left.", text, StringComparison.Ordinal);
        Assert.Matches(@"an idle command would turn shoulder_pan 0\.1\d rad/s", text);
    }

    [Fact]
    public async Task With_the_gate_off_the_arm_goes_astray_inside_its_limits_and_the_task_fails()
    {
        Invocation run = await Invocation.RunAsync("demo", "--fault", "wrong_key", "--gate", "off", "--json");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        JsonElement demo = run.Json;
        Assert.True(demo.GetProperty("started").GetBoolean());
        Assert.False(demo.GetProperty("gate_passed").GetBoolean());
        Assert.True(demo.GetProperty("certified").GetProperty("success").GetBoolean());
        Assert.False(demo.GetProperty("without_guard").GetProperty("success").GetBoolean());
        Assert.False(demo.GetProperty("with_guard").GetProperty("success").GetBoolean());
        Assert.InRange(demo.GetProperty("tool_astray_without_guard_m").GetDouble(), 0.1, 1);
        double right = demo.GetProperty("certified").GetProperty("peak_joint_speed_rad_per_s").GetDouble();
        double wrong = demo.GetProperty("without_guard").GetProperty("peak_joint_speed_rad_per_s").GetDouble();
        Assert.InRange(wrong, 0, 1.1 * right);
    }

    [Fact]
    public async Task The_text_says_that_only_a_simulation_moves_and_what_the_guard_did()
    {
        Invocation run = await Invocation.RunAsync("demo", "--fault", "wrong-key", "--gate", "off");

        Assert.StartsWith("Gate off: allowed because nothing but a simulation moves.", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"as table_right, guarded .* no", run.Output);
        Assert.Contains("The guard changed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_in_json_keeps_the_exit_code_and_the_sentence()
    {
        Invocation run = await Invocation.RunAsync("demo", "--fault", "wrong-key", "--json", "--demonstrations", "20");

        Assert.Equal(ExitCode.RefusedToStart, run.ExitCode);
        Assert.False(run.Json.GetProperty("started").GetBoolean());
        Assert.Equal("table_right", run.Json.GetProperty("loaded_key").GetString());
        Assert.Contains("Refused to start", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes()
    {
        string[] words = ["demo", "--fault", "wrong-key", "--gate", "off", "--json", "--demonstrations", "20"];

        Assert.Equal((await Invocation.RunAsync(words)).Output, (await Invocation.RunAsync(words)).Output);
    }

    [Fact]
    public async Task One_of_the_eight_faults_can_be_shown_alone()
    {
        using TemporaryFolder folder = new();

        Invocation run = await Invocation.RunAsync(
            "demo", "--fault", "chunk-jump", "--json", "--demonstrations", "20", "--out", folder.PathOf("here"));

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        JsonElement fault = Assert.Single(run.Json.GetProperty("faults").EnumerateArray());
        Assert.Equal("chunk_jump", fault.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("--fault", "wrong")]
    [InlineData("--gate", "off")]
    [InlineData("--gate", "ajar")]
    public async Task Words_that_mean_nothing_are_refused(string option, string value)
    {
        Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync("demo", option, value)).ExitCode);
    }

    [Fact]
    public void The_gate_goes_by_the_numbers_and_not_by_their_name()
    {
        ExecutableSpec certified = TableSpec.Of(
        [
            DisplacementSet.Record(TableTask.ToLeft, 3, seed: 1).Statistics,
            DisplacementSet.Record(TableTask.ToRight, 3, seed: 1).Statistics,
        ]);
        Normaliser left = certified.Unnormaliser;
        Normaliser right = certified.Siblings[0];
        SpecificationGate gate = new(certified);

        Assert.True(gate.Decide(left).MayStart);
        Assert.Contains("with the same numbers", gate.Decide(left with { Key = "renamed" }).Report.FirstCause!.Text, StringComparison.Ordinal);
        Assert.Equal("table_right", gate.Decide(right with { Key = "table_left" }).LoadedKey);
        Assert.False(gate.Decide(left with { Scheme = NormalisationScheme.MinMax }).MayStart);
        Assert.False(gate.Decide(left with { Mask = null }).MayStart);
        Assert.False(gate.Decide(left with { Statistics = null }).MayStart);
    }
}
