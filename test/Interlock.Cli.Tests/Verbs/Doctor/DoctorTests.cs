using System.Text.Json;
using Interlock.Cli.Verbs.Doctor;

namespace Interlock.Cli.Tests.Verbs.Doctor;

public sealed class DoctorTests
{
    [Fact]
    public async Task The_machine_that_runs_the_tests_is_usable_and_every_advice_has_a_fix()
    {
        Invocation run = await Invocation.RunAsync("doctor", "--json");
        JsonElement[] findings = [.. run.Json.GetProperty("findings").EnumerateArray()];
        Assert.Equal((ExitCode.Ok, true), (run.ExitCode, run.Json.GetProperty("usable").GetBoolean()));
        Assert.Subset(
            findings.Select(finding => finding.GetProperty("name").GetString()!).ToHashSet(),
            new HashSet<string>(["runtime", "cores", "memory", "vector", "timer_resolution", "absolute_sleep", "realtime_priority", "wall_clock", "free_disk", "recording_folder", "current_folder", "cache_folder", "onnx_runtime", "terminal", "shared_data"]));
        Assert.All(findings, finding =>
            Assert.Equal(finding.GetProperty("status").GetString() == "ok", finding.GetProperty("fix").ValueKind == JsonValueKind.Null));
    }

    [Fact]
    public async Task The_text_prints_each_fix_below_its_finding()
    {
        Invocation text = await Invocation.RunAsync("doctor");
        Assert.Contains("+ runtime", text.Output, StringComparison.Ordinal);
        Assert.Equal(text.Output.Split('\n').Count(line => line.StartsWith('!')), text.Output.Split("  → ").Length - 1);
    }

    [Theory]
    [InlineData("Max realtime priority     0                    0                    \n", 0)]
    [InlineData("Max nice priority 0 0\nMax realtime priority     80                   99\n", 80)]
    [InlineData("Max realtime priority     unlimited            unlimited\n", 99)]
    [InlineData("Max realtime priority\n", null)]
    [InlineData("", null)]
    public void The_real_time_limit_is_read_from_the_kernels_table(string table, int? priority) =>
        Assert.Equal(priority, RealTimeLimit.Parse(table));
}
