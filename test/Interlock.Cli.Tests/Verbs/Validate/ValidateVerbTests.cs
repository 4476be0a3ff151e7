using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Validate;

public sealed class ValidateVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_fault_is_counted_in_its_channel_and_none_across_episodes()
    {
        string path = _folder.Write("actions.csv", "episode,a,b\n0,0,0\n0,0.05,nan\n0,0.5,0\n1,-1.5,0\n1,-1.45,0\n");
        Invocation run = await Invocation.RunAsync("validate", path, "--json");
        JsonElement[] channels = [.. run.Json.GetProperty("channels").EnumerateArray()];

        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.False(run.Json.GetProperty("passed").GetBoolean());
        Assert.Equal((2, 1, 0), Counts(channels[0]));
        Assert.Equal((0, 0, 1), Counts(channels[1]));
        Assert.Equal(0.45, channels[0].GetProperty("largest_step").GetDouble(), 1e-12);
        static (int, int, int) Counts(JsonElement channel) =>
            (channel.GetProperty("out_of_bounds").GetInt32(), channel.GetProperty("too_fast").GetInt32(), channel.GetProperty("non_finite").GetInt32());
    }

    [Fact]
    public async Task A_file_that_keeps_both_limits_passes()
    {
        Invocation run = await Invocation.RunAsync("validate", _folder.Write("actions.csv", "a\n0\n0.1\n0.2\n"), "--velocity-limit", "0.11");
        Assert.Equal((ExitCode.Ok, "PASS: every action keeps both limits."), (run.ExitCode, run.LastOutputLine));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public async Task Human_output_fits_its_width_with_long_names_too(int width)
    {
        string path = _folder.Write("actions.csv", "left_arm_shoulder_roll_joint.position,b\n0,0\n12345.678,1\n");
        Invocation run = await Invocation.RunAsync(width, ["validate", path]);

        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= width, line));
        Assert.Equal("FAIL: 1 values are out of bounds, 2 steps are too fast.", run.LastOutputLine);
    }
}
